package io.github.leakcheck.bench;

import io.github.leakcheck.bytecode.ClassPathProgram;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.check.GrowsForever;
import io.github.leakcheck.check.MustUndo;
import io.github.leakcheck.check.Outlives;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A quick look with {@code grows-forever}, {@code must-undo} and {@code outlives} at whole
 * releases, from class files alone and without an engine around: findings stand at lines, not at
 * exact places, and nothing is merged. Arguments as for {@link Replay}.
 */
public final class Heap {
  private Heap() {}

  public static void main(String[] arguments) throws IOException {
    Options options = Options.parse(arguments);
    Files.createDirectories(options.out());
    PrintStream log = System.err;
    for (Release release : Release.read(options.manifest())) {
      Path jar = release.folder(options.work()).resolve("artifact.jar");
      Path file = options.out().resolve(release.fileName() + ".sarif");
      boolean done = !options.again() && Files.exists(file);
      if (Files.exists(jar) && !done && options.only().matcher(release.fileName()).find()) {
        long start = System.nanoTime();
        List<Finding> found = judge(release, options, jar);
        Files.writeString(
            file, new Sarif(Catalog.load(List.of()), f -> f).write(found), StandardCharsets.UTF_8);
        log.printf(
            "%s: %d, %.1f s%n",
            release.fileName(), found.size(), (System.nanoTime() - start) / 1e9);
      }
    }
  }

  private static List<Finding> judge(Release release, Options options, Path jar)
      throws IOException {
    List<Path> libraries = Replay.classPath(release.folder(options.work()));
    ClassPathProgram.Input input =
        new ClassPathProgram.Input(
            List.of(jar), List.of(), libraries, Replay.javaRelease(jar), name -> true);
    List<Finding> found = new ArrayList<>();
    try (ClassPathProgram program = ClassPathProgram.open(input)) {
      World world = World.of(Catalog.load(List.of()).forRelease(Replay.javaRelease(jar)), program);
      for (String name : program.classes()) {
        program.facts(name).ifPresent(unit -> found.addAll(judge(unit, world)));
      }
    }
    return found.stream()
        .filter(f -> f.confidence().compareTo(options.minConfidence()) >= 0)
        .toList();
  }

  private static List<Finding> judge(ClassFacts unit, World world) {
    List<Finding> found = new ArrayList<>(new GrowsForever().judge(unit, world));
    found.addAll(new MustUndo().judge(unit, world));
    found.addAll(new Outlives().judge(unit, world));
    return found;
  }
}
