package io.github.leakcheck.rules;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** All samples of all rules that know anything of the JDK that runs. */
  static List<Sample> all() throws IOException {
    Catalog catalog = Catalog.load(List.of());
    List<Sample> samples = new ArrayList<>();
    for (Path folder : folders()) {
      if (isForThisJdk(catalog.rule(id(folder)))) {
        samples.addAll(in(folder));
      }
    }
    return samples;
  }

  /** How many samples there are for newer JDKs alone. */
  static int skipped() throws IOException {
    int files = 0;
    for (Path folder : folders()) {
      files += in(folder).size();
    }
    return files - all().size();
  }

  private static boolean isForThisJdk(Optional<Rule> rule) {
    return rule.map(it -> it.appliesTo(Runtime.version().feature())).orElse(true);
  }

  private static String id(Path folder) {
    return folder.getFileName().toString().replace('_', '-');
  }

  static List<Sample> in(Path folder) throws IOException {
    String rule = id(folder);
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

  /** Lines marked as reported with low confidence. */
  Set<Integer> lowLines() {
    return marks().stream().filter(Mark::low).map(Mark::line).collect(Collectors.toSet());
  }

  String line(int number) {
    return lines.get(number - 1).strip();
  }
}
