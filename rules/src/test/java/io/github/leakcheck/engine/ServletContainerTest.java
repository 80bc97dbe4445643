package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays in threads that belong to the same program harms no class loader. */
final class ServletContainerTest {
  private Project project;

  @BeforeEach
  void setUp(@TempDir Path folder) throws IOException {
    project = Project.in(folder);
    project.write(
        "p/Requests.java",
        """
        package p;

        public final class Requests {
          private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);
          private final ThreadLocal<Request> last = new ThreadLocal<>();

          public void serve(Request request) {
            last.set(request);
            try {
              request.answer(SCRATCH.get());
            } finally {
              last.set(null);
            }
          }

          interface Request {
            void answer(Scratch scratch);
          }

          static final class Scratch {
            final StringBuilder text = new StringBuilder();
          }
        }
        """);
    project.write("javax/servlet/ServletContext.java", context("interface ServletContext {}"));
  }

  private static String context(String declared) {
    return "package javax.servlet;\npublic " + declared + "\n";
  }

  private List<String> sure() throws IOException {
    project.compile();
    return Analysis.run(project.scope(Scope.Engines.BYTECODE), Catalog.load(List.of()))
        .findings()
        .stream()
        .sorted(Comparator.comparing(f -> f.place().span().line()))
        .map(f -> f.rule() + " " + f.confidence())
        .toList();
  }

  @Test
  void threadsOfAnotherKeepWhatStays() throws IOException {
    assertThat(sure())
        .containsExactly(
            "thread-local-pins-class-loader MEDIUM", "thread-local-never-removed MEDIUM");
  }

  @Test
  void theContainerOwnsItsThreads() throws IOException {
    project.write(
        "javax/servlet/Context.java", context("class Context implements ServletContext {}"));
    assertThat(sure())
        .containsExactly("thread-local-pins-class-loader LOW", "thread-local-never-removed LOW");
  }
}
