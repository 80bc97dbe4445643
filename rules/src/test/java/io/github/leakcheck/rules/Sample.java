package io.github.leakcheck.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One Java file of a rule folder.
 *
 * @param rule id of the rule whose folder it lies in
 */
record Sample(String rule, Path file, List<String> lines) {
  static final Path FOLDERS = Path.of("src/main/resources/leaks").toAbsolutePath();

  /** The rule folders, sorted. */
  static List<Path> folders() throws IOException {
    try (Stream<Path> paths = Files.list(FOLDERS)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** All samples of all rules. */
  static List<Sample> all() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Path folder : folders()) {
      samples.addAll(in(folder));
    }
    return samples;
  }

  static List<Sample> in(Path folder) throws IOException {
    String rule = folder.getFileName().toString().replace('_', '-');
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path file : paths.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
        samples.add(new Sample(rule, file, Files.readAllLines(file)));
      }
    }
    return samples;
  }

  /** {@code unclosed-file-stream/Leaks.java}. */
  String title() {
    return rule + "/" + file.getFileName();
  }

  List<Mark> marks() {
    return Mark.in(lines, rule);
  }

  String line(int number) {
    return lines.get(number - 1).strip();
  }
}
