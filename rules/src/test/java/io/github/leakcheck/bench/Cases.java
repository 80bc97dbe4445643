package io.github.leakcheck.bench;

import io.github.leakcheck.bytecode.ClassPathProgram;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.check.Checks;
import io.github.leakcheck.check.MustClose;
import io.github.leakcheck.check.OwnedField;
import io.github.leakcheck.check.World;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A quick look with {@code must-close} and {@code owned-field}, or with all checks if {@code
 * --cases} is given, at the classes that a manifest names ({@code class} and {@code fixedClass}),
 * from class files alone and without an engine around: findings stand at lines, not at exact
 * places. Arguments as for {@link Replay}.
 */
public final class Cases {
  private Cases() {}

  public static void main(String[] arguments) throws IOException {
    Options options = Options.parse(arguments);
    Files.createDirectories(options.out());
    Set<String> classes = classes(options.manifest());
    PrintStream log = System.err;
    for (Release release : Release.read(options.manifest())) {
      Path jar = release.folder(options.work()).resolve("artifact.jar");
      if (Files.exists(jar) && options.only().matcher(release.fileName()).find()) {
        long start = System.nanoTime();
        List<Finding> found = judge(release, options, jar, classes);
        Path file = options.out().resolve(release.fileName() + ".sarif");
        Files.writeString(
            file, new Sarif(Catalog.load(List.of()), f -> f).write(found), StandardCharsets.UTF_8);
        log.printf(
            "%s: %d, %.1f s%n",
            release.fileName(), found.size(), (System.nanoTime() - start) / 1e9);
      }
    }
  }

  private static Set<String> classes(Path manifest) throws IOException {
    List<String> lines = Files.readAllLines(manifest);
    List<String> columns = Arrays.asList(lines.get(0).split("\t", -1));
    Set<String> classes = new HashSet<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      for (String column : List.of("class", "fixedClass")) {
        int at = columns.indexOf(column);
        if (at >= 0 && at < cells.length && !cells[at].isEmpty()) {
          classes.add(top(cells[at]));
        }
      }
    }
    return classes;
  }

  private static String top(String name) {
    return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
  }

  private static List<Finding> judge(
      Release release, Options options, Path jar, Set<String> classes) throws IOException {
    List<Path> libraries = Replay.classPath(release.folder(options.work()));
    ClassPathProgram.Input input =
        new ClassPathProgram.Input(
            List.of(jar), List.of(), libraries, Replay.javaRelease(jar), name -> true);
    List<Finding> found = new ArrayList<>();
    try (ClassPathProgram program = ClassPathProgram.open(input)) {
      World world = World.of(Catalog.load(List.of()).forRelease(Replay.javaRelease(jar)), program);
      for (String name : program.classes()) {
        if (classes.contains(top(name))) {
          program
              .facts(name)
              .ifPresent(
                  unit -> {
                    if (options.cases()) {
                      found.addAll(Checks.judge(unit, world));
                    } else {
                      found.addAll(new MustClose().judge(unit, world));
                      found.addAll(new OwnedField().judge(unit, world));
                    }
                  });
        }
      }
    }
    return found.stream()
        .filter(f -> f.confidence().compareTo(options.minConfidence()) >= 0)
        .toList();
  }
}
