package io.github.leakcheck.engine;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A small project in a temporary folder. */
record Project(Path sources, Path classes) {

  static Project in(Path folder) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src"));
    return new Project(sources, Files.createDirectories(folder.resolve("classes")));
  }

  /** Writes a source file; {@code inside} is its path in the source root. */
  Path write(String inside, String text) throws IOException {
    Path file = sources.resolve(inside);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Compiles all sources. */
  void compile() throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<Path> files;
    try (var found = Files.walk(sources)) {
      files = found.filter(path -> path.toString().endsWith(".java")).toList();
    }
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      List<String> options = List.of("-g", "-proc:none", "-nowarn", "-d", classes.toString());
      if (!javac.getTask(messages, manager, null, options, null, units).call()) {
        throw new IllegalStateException(messages.toString());
      }
    }
  }

  Scope scope(Scope.Engines engines) {
    return new Scope(
        "project",
        List.of(sources),
        List.of(classes),
        List.of(),
        17,
        StandardCharsets.UTF_8,
        file -> true,
        engines);
  }

  Division division(Scope.Engines engines) {
    Scope scope = scope(engines);
    Sources found = Sources.of(scope);
    return Division.of(scope, found, new Texts(found, scope.encoding()));
  }
}
