package io.github.leakcheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what the analysis costs with what compiling the same code costs: the two run one after
 * the other, each in a JVM of its own, and the processor time of the whole JVM counts. Only ratios
 * are printed, since the machine may be busy. Arguments as for {@link Replay}.
 */
public final class Cost {
  private static final Pattern CPU = Pattern.compile("([0-9.]+) s CPU$");

  private static final int ROUNDS = 3;

  private Cost() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options = Options.parse(arguments);
    Files.createDirectories(options.out());
    System.out.printf("| release | analysis / compilation, %d rounds | median |%n", ROUNDS);
    System.out.println("| --- | --- | --- |");
    for (Release release : Release.read(options.manifest())) {
      Path folder = release.folder(options.work());
      if (options.only().matcher(release.fileName()).find()
          && Files.exists(folder.resolve("sources.jar"))) {
        System.out.println(row(release, folder, options, arguments));
      }
    }
  }

  private static String row(Release release, Path folder, Options options, String[] arguments)
      throws IOException, InterruptedException {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Path classes = Files.createTempDirectory(options.out(), "classes");
      OptionalDouble compiled =
          run(options, Compile.class, List.of(folder.toString(), classes.toString()));
      List<String> check = new ArrayList<>(Arrays.asList(arguments));
      check.addAll(List.of("--only", "^" + release.fileName() + "$"));
      OptionalDouble checked = compiled.isEmpty() ? compiled : run(options, Replay.class, check);
      if (checked.isEmpty()) {
        return "| " + release.fileName() + " | does not compile or failed, see log.txt | |";
      }
      ratios.add(checked.getAsDouble() / compiled.getAsDouble());
    }
    String all = String.join(", ", ratios.stream().map(Cost::shortened).toList());
    ratios.sort(null);
    return "| "
        + release.fileName()
        + " | "
        + all
        + " | "
        + shortened(ratios.get(ROUNDS / 2))
        + " |";
  }

  private static String shortened(double ratio) {
    return String.format(Locale.ROOT, "%.2f", ratio);
  }

  /** The processor time in seconds that a class's main method took; empty if it failed. */
  private static OptionalDouble run(Options options, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx3g", "-cp", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(arguments);
    Path output = Files.createTempFile(options.out(), "cost", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.waitFor(1, TimeUnit.HOURS);
    List<String> lines = Files.readAllLines(output);
    if (process.isAlive() || process.exitValue() != 0) {
      process.destroyForcibly();
      Files.write(options.out().resolve("log.txt"), lines);
      return OptionalDouble.empty();
    }
    Files.delete(output);
    return lines.stream()
        .map(CPU::matcher)
        .filter(Matcher::find)
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .findFirst();
  }
}
