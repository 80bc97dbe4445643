package io.github.leakcheck.maven.report;

import io.github.leakcheck.maven.text.SourceText;
import io.github.leakcheck.maven.text.Sources;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Span;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Places as SARIF writes them. Remembers files that lie outside of the root. */
final class SarifPlaces {
  static final String ROOT_ID = "%SRCROOT%";

  private final SourceRoot root;
  private final Sources sources;
  private final Set<String> outside = new TreeSet<>();

  SarifPlaces(SourceRoot root, Sources sources) {
    this.root = root;
    this.sources = sources;
  }

  /** Addresses of the files outside of the root that were written so far. */
  Set<String> outside() {
    return outside;
  }

  /** Address of the place's file as the report writes it. */
  String address(Place place) {
    Path file = Path.of(place.file());
    if (!file.isAbsolute()) {
      return SourceRoot.encoded(file);
    }
    return root.address(file).orElseGet(() -> SourceRoot.absolute(file));
  }

  Json location(Place place, Charset encoding) {
    return Json.of("physicalLocation", physical(place, encoding))
        .andList("logicalLocations", List.of(logical(place.member())));
  }

  Json physical(Place place, Charset encoding) {
    Path file = Path.of(place.file());
    boolean inside = file.isAbsolute() && root.address(file).isPresent();
    if (file.isAbsolute() && !inside) {
      outside.add(address(place));
    }
    Json artifact = Json.of("uri", address(place)).and("uriBaseId", inside ? ROOT_ID : null);
    return Json.of("artifactLocation", artifact)
        .and("region", region(place.span(), sources.of(file, encoding)));
  }

  /** One line: review systems show an alert only if its whole region lies in the change. */
  private static Json region(Span span, SourceText source) {
    if (span.line() <= 0) {
      return null;
    }
    Json region = Json.of("startLine", span.line());
    Span shown = span;
    if (span.isExact()) {
      shown = new Span(span.line(), span.column(), span.line(), endColumn(span, source));
      region.and("startColumn", shown.column()).and("endColumn", shown.endColumn());
    }
    String snippet = source.region(shown);
    return region.and("snippet", snippet.isEmpty() ? null : Json.of("text", snippet));
  }

  private static int endColumn(Span span, SourceText source) {
    boolean within = span.endLine() <= span.line() && span.endColumn() > span.column();
    return within
        ? span.endColumn()
        : Math.max(source.line(span.line()).length() + 1, span.column() + 1);
  }

  private static Json logical(Member member) {
    String name = member.name().isEmpty() ? simple(member.className()) : member.name();
    return Json.of("name", name)
        .and("fullyQualifiedName", member.qualifiedName())
        .and("kind", kind(member));
  }

  private static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  private static String kind(Member member) {
    if (member.name().isEmpty()) {
      return "type";
    }
    return member.isMethod() ? "function" : "member";
  }
}
