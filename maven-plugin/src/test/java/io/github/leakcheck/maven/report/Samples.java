package io.github.leakcheck.maven.report;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Findings made by hand in a source file that exists. */
final class Samples {
  static final String CODE =
      """
      package org.acme;

      final class Cache {
        static final java.util.Map<String, byte[]> ENTRIES = new java.util.HashMap<>();

        byte[] read(java.nio.file.Path file) throws java.io.IOException {
          java.io.InputStream in = new java.io.FileInputStream(file.toFile());
          byte[] all = in.readAllBytes();
          in.close();
          return all;
        }
      }
      """;

  private Samples() {}

  static Rule rule(String id, String check, Severity severity, Integer... cwe) {
    return new Rule(
        id,
        "title of " + id,
        severity,
        check,
        "0.1.0",
        List.of(cwe),
        List.of(),
        java.util.Set.of(),
        "A `stream` nobody closes.",
        "Descriptors run out.",
        "```java\ntry (var in = open()) {}\n```",
        "Never.",
        List.of());
  }

  static List<Rule> rules() {
    return List.of(
        rule("unclosed-file-stream", "must-close", Severity.ERROR, 772, 404),
        rule("static-collection-only-grows", "grows-forever", Severity.WARNING, 401));
  }

  static Path writeCode(Path root, String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, CODE);
  }

  static Finding stream(Path file) {
    Member read =
        new Member(
            "org.acme.Cache", "read", List.of("java.nio.file.Path"), "(Ljava/nio/file/Path;)[B");
    Place opened = new Place(file.toString(), new Span(7, 30, 7, 33), read);
    Place thrown = new Place(file.toString(), new Span(8, 21, 8, 33), read);
    return new Finding(
        "unclosed-file-stream",
        Severity.ERROR,
        Confidence.HIGH,
        new Subject(Subject.Kind.NEW, "java.io.FileInputStream", "<init>", 0),
        "`in` is not closed when `readAllBytes` throws",
        "open it in a try-with-resources statement",
        opened,
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, opened, "opened here"),
            new PathStep(PathStep.Kind.THROWN, thrown, "may throw IOException")),
        Set.of(Finding.SOURCE, Finding.BYTECODE));
  }

  static Finding map(Path file) {
    Place field =
        new Place(file.toString(), Span.ofLine(4), Member.field("org.acme.Cache", "ENTRIES"));
    return new Finding(
        "static-collection-only-grows",
        Severity.WARNING,
        Confidence.MEDIUM,
        new Subject(Subject.Kind.FIELD, "java.util.Map", "ENTRIES", 0),
        "static map `ENTRIES` only grows",
        "bound it",
        field,
        List.of(),
        Set.of(Finding.BYTECODE));
  }

  static ModuleFindings module(String name, Path folder, Finding... findings) {
    return new ModuleFindings(name, folder, StandardCharsets.UTF_8, List.of(findings), List.of());
  }

  /** Writes a report about modules below a root; returns warnings. */
  static List<String> write(Path report, Path root, ModuleFindings... modules) throws IOException {
    List<String> warnings = new ArrayList<>();
    SarifInput about = input(root);
    List<SarifPart> parts =
        Stream.of(modules).map(module -> SarifPart.of(about, module, "digest", warnings)).toList();
    SarifReport.write(report, about, parts, List.of());
    return warnings;
  }

  static SarifInput input(Path root) {
    return new SarifInput(
        "0.1.0",
        rules(),
        List.of(
            new SarifInput.Engine("SpotBugs", "4.10.4", "https://spotbugs.github.io"),
            new SarifInput.Engine("PMD", "7.27.0", "https://pmd.github.io")),
        SourceRoot.around(root));
  }
}
