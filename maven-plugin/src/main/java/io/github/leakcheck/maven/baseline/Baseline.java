package io.github.leakcheck.maven.baseline;

import io.github.leakcheck.maven.text.SourceText;
import io.github.leakcheck.maven.text.Sources;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The findings a project started with, as one module sees them. */
public final class Baseline {
  private final Path root;
  private final List<Entry> entries;
  private final Claims claims;
  private final Charset encoding;
  private final Sources sources = new Sources();

  private Baseline(Path root, List<Entry> entries, Claims claims, Charset encoding) {
    this.root = root;
    this.entries = entries;
    this.claims = claims;
    this.encoding = encoding;
  }

  /**
   * A baseline as read.
   *
   * @param root its folder
   * @param claims what other modules of the build found again
   * @param encoding of the sources
   */
  public static Baseline of(Path root, List<Entry> entries, Claims claims, Charset encoding) {
    return new Baseline(root, entries, claims, encoding);
  }

  /** Those findings that are new. The sure ones choose first. */
  public List<Finding> unknown(List<Finding> findings) {
    Map<Finding, Entry> known = known(findings);
    return findings.stream().filter(finding -> known.get(finding) == null).toList();
  }

  /** What to write of findings: those known before keep their reasons. */
  public List<Entry> entries(List<Finding> findings) {
    Map<Finding, Entry> known = known(findings);
    List<Entry> written = new ArrayList<>();
    for (Finding finding : findings) {
      Entry before = known.get(finding);
      Entry now = entry(finding);
      written.add(before == null ? now : now.because(before.reason()));
    }
    return written;
  }

  /** Positions of entries. */
  public Set<Integer> positions(Predicate<Entry> wanted) {
    return IntStream.range(0, entries.size())
        .filter(i -> wanted.test(entries.get(i)))
        .boxed()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of the entries at these positions, those that nothing was found for. */
  public List<Entry> unmatched(Set<Integer> positions) {
    return positions.stream().filter(i -> !claims.entries().contains(i)).map(entries::get).toList();
  }

  private Map<Finding, Entry> known(List<Finding> findings) {
    List<Finding> surest =
        findings.stream()
            .sorted(
                Comparator.comparing(Finding::confidence, Comparator.<Confidence>reverseOrder()))
            .toList();
    List<Entry> matched =
        new Matching(entries, claims, this::text).of(surest.stream().map(this::entry).toList());
    Map<Finding, Entry> known = new IdentityHashMap<>();
    for (int i = 0; i < matched.size(); i++) {
      known.put(surest.get(i), matched.get(i));
    }
    return known;
  }

  private Entry entry(Finding finding) {
    return Entry.of(finding, root, sources.of(Path.of(finding.place().file()), encoding));
  }

  /** Names in the file come from anywhere: they may not lead out of its folder. */
  private SourceText text(String file) {
    try {
      Path path = root.resolve(file).normalize();
      return path.startsWith(root) ? sources.of(path, encoding) : SourceText.of("");
    } catch (InvalidPathException strange) {
      return SourceText.of("");
    }
  }
}
