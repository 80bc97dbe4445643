package io.github.leakcheck.maven.baseline;

import io.github.leakcheck.maven.text.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Finds for each finding the entry that knew it, each entry serving once: first where nothing but
 * lines moved, then in other members and files, then under other names. An entry follows code that
 * moved only as far as the code it was about has left its place: if that still stands there, it was
 * repaired, and what looks like it elsewhere is new.
 */
final class Matching {
  private record Tier(BiPredicate<Entry, Entry> alike, BiPredicate<Matching, Entry> free) {}

  private static final List<Tier> TIERS =
      List.of(
          new Tier(
              (entry, found) ->
                  sameCode(entry, found) && sameFile(entry, found) && sameMember(entry, found),
              (matching, entry) -> true),
          new Tier(
              (entry, found) -> sameCode(entry, found) && sameFile(entry, found),
              (matching, entry) -> matching.left(entry) >= 0),
          new Tier(Matching::sameCode, Matching::hasLeft),
          new Tier(
              (entry, found) ->
                  sameThing(entry, found) && sameFile(entry, found) && sameMember(entry, found),
              Matching::hasLeft),
          new Tier(
              (entry, found) ->
                  sameThing(entry, found)
                      && entry.shape().equals(found.shape())
                      && (sameFile(entry, found) || entry.method().equals(found.method())),
              Matching::hasLeft));

  private final List<Entry> entries;
  private final Claims claims;
  private final Function<String, SourceText> texts;

  /**
   * @param texts a file of the baseline as it is now, empty if it is gone
   */
  Matching(List<Entry> entries, Claims claims, Function<String, SourceText> texts) {
    this.entries = entries;
    this.claims = claims;
    this.texts = texts;
  }

  /** The entries of the findings in their order, null for those that are new. */
  List<Entry> of(List<Entry> found) {
    List<Entry> known = new ArrayList<>(Collections.nCopies(found.size(), null));
    for (Tier tier : TIERS) {
      for (int i = 0; i < found.size(); i++) {
        if (known.get(i) == null) {
          known.set(i, claim(tier, found.get(i)));
        }
      }
    }
    return known;
  }

  private Entry claim(Tier tier, Entry found) {
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (!claims.entries().contains(i)
          && tier.alike().test(entry, found)
          && tier.free().test(this, entry)) {
        claims.entries().add(i);
        if (!sameFile(entry, found) || !entry.statement().equals(found.statement())) {
          claims.moved().merge(origin(entry), 1, Integer::sum);
        }
        return entry;
      }
    }
    return null;
  }

  /** How many of the entry's statements have left its file and were not found elsewhere yet. */
  private int left(Entry entry) {
    int now = Entry.occurrences(texts.apply(entry.file()), entry.statement());
    return entry.times() - now - claims.moved().getOrDefault(origin(entry), 0);
  }

  private boolean hasLeft(Entry entry) {
    return left(entry) > 0;
  }

  private static String origin(Entry entry) {
    return entry.file() + "\n" + entry.statement();
  }

  private static boolean sameThing(Entry entry, Entry found) {
    return entry.rule().equals(found.rule()) && entry.code().equals(found.code());
  }

  private static boolean sameCode(Entry entry, Entry found) {
    return sameThing(entry, found) && entry.statement().equals(found.statement());
  }

  private static boolean sameFile(Entry entry, Entry found) {
    return entry.file().equals(found.file());
  }

  private static boolean sameMember(Entry entry, Entry found) {
    return entry.member().equals(found.member());
  }
}
