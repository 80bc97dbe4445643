package io.github.leakcheck.bench;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.body.CallableDeclaration;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.engine.Analysis;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Members marked by a comment line {@code // BAD} or {@code // GOOD} above them: {@code FOLDER}. A
 * finding about an unclosed resource in the lines of a bad one is a hit, in those of a good one a
 * false alarm. Judged from source, with nothing but the JDK and the other files of the folder.
 */
public final class Marked {
  private static final Set<String> CHECKS = Set.of("must-close", "owned-field");
  private static final int RELEASE = 17;

  private final JavaParser parser =
      new JavaParser(
          new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));

  /** A marked member: its file below the folder and its lines. */
  private record Member(Path file, String name, boolean bad, int first, int last) {
    boolean has(Finding finding) {
      int line = finding.place().span().line();
      return Path.of(finding.place().file()).endsWith(file) && line >= first && line <= last;
    }
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("Marked FOLDER");
    }
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    Catalog catalog = Catalog.load(List.of());
    List<Finding> findings =
        Analysis.run(scope(folder), catalog).findings().stream()
            .filter(finding -> finding.confidence() != Confidence.LOW && isAsked(catalog, finding))
            .toList();
    int[] counts = new int[4];
    for (Member member : new Marked().members(folder)) {
      boolean told = findings.stream().anyMatch(member::has);
      counts[(member.bad() ? 0 : 2) + (told ? 0 : 1)]++;
      if (told != member.bad()) {
        System.out.printf(
            "%s\t%s:%d %s%n",
            told ? "false" : "missed", member.file(), member.first(), member.name());
      }
    }
    double precision = counts[0] / (double) Math.max(1, counts[0] + counts[2]);
    double recall = counts[0] / (double) Math.max(1, counts[0] + counts[1]);
    System.out.printf(
        "%d of %d found, %d of %d silent, precision %.3f, recall %.3f, F1 %.3f%n",
        counts[0],
        counts[0] + counts[1],
        counts[3],
        counts[2] + counts[3],
        precision,
        recall,
        2 * precision * recall / Math.max(1e-9, precision + recall));
  }

  private static boolean isAsked(Catalog catalog, Finding finding) {
    return catalog.rule(finding.rule()).map(Rule::check).filter(CHECKS::contains).isPresent();
  }

  private static Scope scope(Path folder) {
    return new Scope(
        "marked",
        List.of(folder),
        List.of(),
        List.of(),
        RELEASE,
        StandardCharsets.UTF_8,
        file -> true,
        Scope.Engines.SOURCE);
  }

  private List<Member> members(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .flatMap(file -> members(folder, file))
          .toList();
    }
  }

  private Stream<Member> members(Path folder, Path file) {
    try {
      return parser
          .parse(file)
          .getResult()
          .orElseThrow()
          .findAll(CallableDeclaration.class)
          .stream()
          .flatMap(member -> member(folder.relativize(file), member).stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Member> member(Path file, CallableDeclaration<?> member) {
    return member
        .getComment()
        .map(comment -> comment.getContent().trim())
        .filter(mark -> mark.equals("BAD") || mark.equals("GOOD"))
        .map(
            mark ->
                new Member(
                    file,
                    member.getNameAsString(),
                    mark.equals("BAD"),
                    member.getBegin().orElseThrow().line,
                    member.getEnd().orElseThrow().line));
  }
}
