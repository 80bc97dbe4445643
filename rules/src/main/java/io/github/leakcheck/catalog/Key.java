package io.github.leakcheck.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The keys that may follow a signature in apis.txt, each with one value. */
public enum Key {
  /** What releases the acquired thing, instead of {@code close()}. */
  RELEASE("a signature", null),
  /** The call since which the acquired thing holds anything: the confidence is for before that. */
  OPENED("a signature", null),
  /** First Java release for which the line holds. */
  SINCE("a Java release such as 21", "[1-9][0-9]*"),
  /** First Java release for which the line no longer holds. */
  UNTIL("a Java release such as 21", "[1-9][0-9]*"),
  /** The rule that a line of a user's own file belongs to. */
  RULE("the id of a rule", "[a-z][a-z0-9]*(-[a-z0-9]+)*"),
  /** The best confidence that a finding from this line may have. */
  CONFIDENCE("high, medium or low", "high|medium|low"),
  /**
   * The answer with which a query releases what it asks: at its end an enumeration frees itself.
   */
  RETURNS("true or false", "true|false"),
  /**
   * How using the acquired thing fails: with exceptions that need no declaration, as often as
   * others fail with declared ones.
   */
  FAILS("unchecked", "unchecked"),
  /** The one argument that is meant, counted from 0; without it all that fit. */
  ARGUMENT("a position counted from 0", "[0-9]"),
  /** How long a value of the type lives. */
  FOR("one of " + Lifetime.words(", "), Lifetime.words("|")),
  /** How long what the line is about lives. */
  LIFETIME("one of " + Lifetime.words(", "), Lifetime.words("|")),
  /** What identifies the entry that is added. */
  KEY("one word", "\\S+");

  private final String value;
  private final Pattern form;

  Key(String value, String form) {
    this.value = value;
    this.form = form == null ? null : Pattern.compile(form);
  }

  /** The key written as in apis.txt, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Key> named(String word) {
    return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
  }

  /** What a value looks like, for messages. */
  String valueForm() {
    return value;
  }

  boolean isSignature() {
    return form == null;
  }

  boolean accepts(String text) {
    return form == null || form.matcher(text).matches();
  }

  static String words() {
    return Arrays.stream(values()).map(Key::word).collect(Collectors.joining(", "));
  }
}
