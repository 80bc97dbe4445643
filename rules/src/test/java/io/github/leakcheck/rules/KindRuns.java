package io.github.leakcheck.rules;

import io.github.leakcheck.engine.Scope.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The samples of all kinds of cases, judged in every way there is: from source with and without a
 * class path, and from the class files of several compilers.
 *
 * @param samples judged this way
 */
record KindRuns(List<Sample> samples, Reports reports) {
  /** Where the sets of samples lie; a file is named after its kind. */
  static final Path FOLDER = Path.of("src/test/resources/kinds").toAbsolutePath();

  /** Release of the newest compiler whose class files are judged. */
  static final int NEWER = 25;

  static List<Sample> samples(Path folder) throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : paths.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
        String kind = folder.relativize(file).toString().replace(".java", "");
        samples.add(new Sample(kind, file, Files.readAllLines(file)));
      }
    }
    return samples;
  }

  /** Runs all; {@code work} takes the class files. */
  static List<KindRuns> of(Path folder, Path work) throws IOException, InterruptedException {
    List<Sample> samples = samples(folder);
    List<Path> libraries = Reports.libraries();
    List<KindRuns> runs = new ArrayList<>();
    Path javac = Files.createDirectory(work.resolve("javac"));
    Compilation.javac(samples, javac, libraries, List.of());
    runs.add(run("source", Engines.SOURCE, samples, folder, javac, libraries));
    runs.add(run("alone", Engines.SOURCE, samples, folder, javac, List.of()));
    runs.add(run("bytecode", Engines.BYTECODE, samples, folder, javac, libraries));
    Path ecj = Files.createDirectory(work.resolve("ecj"));
    Compilation.ecj(samples, ecj, libraries);
    runs.add(run("ecj", Engines.BYTECODE, samples, folder, ecj, libraries));
    Path java8 = Files.createDirectory(work.resolve("java8"));
    List<Sample> old = Compilation.java8(samples, java8, libraries);
    runs.add(run("java8", Engines.BYTECODE, old, folder, java8, libraries));
    Optional<Path> jdk = newerJdk();
    if (jdk.isPresent()) {
      Path newer = Files.createDirectory(work.resolve("newer"));
      Compilation.javac(jdk.get(), samples, newer, libraries);
      runs.add(run("newer", Engines.BYTECODE, samples, folder, newer, libraries));
    }
    return runs;
  }

  private static KindRuns run(
      String name,
      Engines engines,
      List<Sample> samples,
      Path folder,
      Path classes,
      List<Path> libraries) {
    return new KindRuns(samples, Reports.run(name, engines, folder, classes, libraries));
  }

  /** A JDK of a later release, where installations usually lie. */
  static Optional<Path> newerJdk() throws IOException {
    Path installed = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(installed)) {
      return Optional.empty();
    }
    try (Stream<Path> paths = Files.list(installed)) {
      return paths
          .filter(path -> path.getFileName().toString().matches(".*\\b" + NEWER + "\\b.*"))
          .filter(path -> Files.isExecutable(path.resolve("bin/javac")))
          .findFirst();
    }
  }

  /** Prints scores and whatever is judged otherwise than marked; the argument is the folder. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = arguments.length > 0 ? Path.of(arguments[0]).toAbsolutePath() : FOLDER;
    List<KindRuns> runs = of(folder, Files.createTempDirectory("kinds"));
    System.out.println(Kinds.table(samples(folder), runs));
    for (KindRuns run : runs) {
      System.out.println("== " + run.reports().engine());
      for (Sample sample : run.samples()) {
        Kinds.wrong(sample, run.reports()).forEach(System.out::println);
      }
      run.reports().outcome().notes().forEach(System.out::println);
    }
  }
}
