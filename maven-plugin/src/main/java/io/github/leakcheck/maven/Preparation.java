package io.github.leakcheck.maven;

import io.github.leakcheck.engine.Scope;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.maven.plugin.MojoExecutionException;

/** Makes a module's scope, and says what of it is not there. */
final class Preparation {
  private static final int NAMED = 5;

  private final Build build;
  private final MavenScope module;
  private final List<String> notes = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  Preparation(Build build, MavenScope module) {
    this.build = build;
    this.module = module;
  }

  Scope scope(Choices choices, CheckParameters given) throws MojoExecutionException {
    if (given.requireClasses() && module.classFolders().stream().noneMatch(Files::isDirectory)) {
      throw new MojoExecutionException(
          "leakcheck.requireClasses: %s has no class files; compile it first, as in `mvn compile leakcheck:check`."
              .formatted(build.module()));
    }
    ClassPath classPath = new Resolution(build).of(build.project(), given.includeTests());
    note(
        classPath.missing(),
        "cannot resolve %s, so leaks through their types may go unseen; go online, or install them",
        () -> true);
    failures.addAll(notes);
    note(
        classPath.uncompiled(),
        "not compiled: %s, so what their methods do with resources is unknown; `mvn compile leakcheck:check` sees more",
        () -> build.isFirst("uncompiled"));
    if (module.declaredEncoding().isEmpty() && build.isFirst("encoding")) {
      build
          .log()
          .info("leakcheck: no project.build.sourceEncoding is set, sources are read as UTF-8");
    }
    Scope scope = module.scope(classPath, choices, build.session().getUserProperties());
    tell(scope);
    return scope;
  }

  private void tell(Scope scope) {
    build.log().debug("leakcheck: release " + scope.release() + ", " + scope.encoding());
    scope.sourceRoots().forEach(root -> build.log().debug("leakcheck: sources " + root));
    scope.classFolders().forEach(folder -> build.log().debug("leakcheck: classes " + folder));
    scope.classPath().forEach(entry -> build.log().debug("leakcheck: class path " + entry));
  }

  /** Those of the notes that tell of something that is not there at all. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** What could not be looked into, one line each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private void note(List<String> names, String text, BooleanSupplier aloud) {
    if (names.isEmpty()) {
      return;
    }
    String note = text.formatted(named(names));
    notes.add(note);
    if (aloud.getAsBoolean()) {
      build.log().warn("leakcheck: " + build.module() + ": " + note);
    }
  }

  private static String named(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    int others = names.size() - NAMED;
    return others > 0 ? first + " and " + others + " more" : first;
  }
}
