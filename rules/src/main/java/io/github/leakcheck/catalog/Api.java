package io.github.leakcheck.catalog;

import io.github.leakcheck.model.Confidence;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of knowledge.
 *
 * @param rule id of the rule whose folder it stands in, or that a user's line names; empty for a
 *     user's line about no rule alone
 * @param undo signature behind {@code undo}
 * @param keys further {@code key value} pairs of the line
 * @param why the reason behind {@code #}
 * @param origin {@code file:line}, for messages
 */
public record Api(
    Role role,
    Signature signature,
    Optional<Signature> undo,
    Map<String, String> keys,
    String why,
    String rule,
    String origin) {

  public Api {
    keys = Map.copyOf(keys);
  }

  /** The same line as part of a rule. */
  Api of(String id) {
    return new Api(role, signature, undo, keys, why, id, origin);
  }

  /** The value of a key, empty if the line has none. */
  public Optional<String> key(Key key) {
    return Optional.ofNullable(keys.get(key.word()));
  }

  /** What releases the acquired thing, empty if {@code close()} or any {@code release} does. */
  public Optional<Signature> release() {
    return key(Key.RELEASE).map(word -> SignatureReader.read(word, Text.of(origin, ""), 0));
  }

  /** The call since which it holds anything, empty if it does from the start. */
  public Optional<Signature> opened() {
    return key(Key.OPENED).map(word -> SignatureReader.read(word, Text.of(origin, ""), 0));
  }

  /** The same line for something that was opened. */
  public Api onceOpened() {
    Map<String, String> others = new HashMap<>(keys);
    others.remove(Key.OPENED.word());
    others.remove(Key.CONFIDENCE.word());
    return new Api(role, signature, undo, others, why, rule, origin);
  }

  /** The best confidence that a finding from this line may have. */
  public Confidence confidence() {
    return key(Key.CONFIDENCE)
        .map(word -> Confidence.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(Confidence.HIGH);
  }

  /** Position of the one argument that is meant, empty for all that fit. */
  public OptionalInt argument() {
    String word = keys.get(Key.ARGUMENT.word());
    return word == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(word));
  }

  /** Whether the line holds in a project of this Java release. */
  public boolean holdsIn(int release) {
    return key(Key.SINCE).map(Integer::valueOf).orElse(0) <= release
        && release < key(Key.UNTIL).map(Integer::valueOf).orElse(Integer.MAX_VALUE);
  }
}
