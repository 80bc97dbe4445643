package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFindingsTest {
  @TempDir Path root;
  private Path merged;

  @BeforeEach
  void nameMergedFile() {
    merged = root.resolve("target/leakcheck/leakcheck.sarif");
  }

  @Test
  void modulesOfOneBuildMeetAndOthersDoNot() {
    Object build = new Object();
    SessionFindings.of(build).add(Samples.module("b", root));

    assertThat(SessionFindings.of(build).add(Samples.module("a", root)))
        .extracting(ModuleFindings::module)
        .containsExactly("a", "b");
    assertThat(SessionFindings.of(new Object()).add(Samples.module("a", root))).hasSize(1);
  }

  @Test
  void theMergedFileHoldsAllAndEachModuleItsOwn() throws Exception {
    SessionFindings build = new SessionFindings();
    write(build, "one", root.resolve("one"));
    write(build, "two", root.resolve("two"));

    assertThat(results(merged)).isEqualTo(2);
    assertThat(results(own(root.resolve("one")))).isEqualTo(1);
  }

  @Test
  void whereBothAreOneFileItHoldsAll() throws Exception {
    SessionFindings build = new SessionFindings();
    write(build, "one", root.resolve("one"));
    write(build, "root", root);

    assertThat(results(merged)).isEqualTo(2);
  }

  @Test
  void aModuleThatReportsAgainReplacesItself() throws Exception {
    SessionFindings build = new SessionFindings();
    write(build, "one", root.resolve("one"));
    write(build, "one", root.resolve("one"));

    assertThat(results(merged)).isEqualTo(1);
  }

  @Test
  void warnsOnceInABuild(@TempDir Path elsewhere) throws Exception {
    Files.createDirectory(root.resolve(".git"));
    SessionFindings build = new SessionFindings();

    assertThat(write(build, "one", elsewhere.resolve("one"))).hasSize(1);
    assertThat(write(build, "two", elsewhere.resolve("two"))).isEmpty();
  }

  @Test
  void parallelModulesLoseNothing() throws Exception {
    SessionFindings build = new SessionFindings();
    List<Callable<List<String>>> modules = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String name = "module" + i;
      modules.add(() -> write(build, name, root.resolve(name)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<List<String>> done : threads.invokeAll(modules)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(results(merged)).isEqualTo(40);
  }

  private List<String> write(SessionFindings build, String name, Path folder) throws IOException {
    Path file = Samples.writeCode(folder, "src/main/java/org/acme/Cache.java");
    ModuleFindings module = Samples.module(name, folder, Samples.stream(file));
    return build.write(own(folder), merged, module, Samples.input(root));
  }

  private static Path own(Path folder) {
    return folder.resolve("target/leakcheck/leakcheck.sarif");
  }

  private static int results(Path report) throws IOException {
    return JsonParser.parseString(Files.readString(report))
        .getAsJsonObject()
        .getAsJsonArray("runs")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("results")
        .size();
  }
}
