package io.github.leakcheck.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads apis.txt: one {@code <role> <signature> [undo <signature>] [key value ...] # why} a line.
 */
final class ApiReader {
  private final Text text;
  private final String rule;

  private ApiReader(Text text, String rule) {
    this.text = text;
    this.rule = rule;
  }

  /** The lines of a rule's folder. */
  static List<Api> ofRule(Text text, String rule) {
    List<Api> apis = new ApiReader(text, rule).read();
    for (Api api : apis) {
      if (api.keys().containsKey(Key.RULE.word())) {
        throw new CatalogException(
            api.origin(),
            0,
            "key `rule` in a rule's own folder",
            "Leave it out: the folder is the rule.");
      }
    }
    return apis;
  }

  /** The lines of a user's file; each belongs to the rule it names, to none otherwise. */
  static List<Api> ofUser(Text text) {
    return new ApiReader(text, "").read();
  }

  private List<Api> read() {
    List<Api> apis = new ArrayList<>();
    for (int i = 0; i < text.lines().size(); i++) {
      Words words = Words.of(text.lines().get(i));
      if (!words.isEmpty()) {
        apis.add(api(i + 1, words));
      }
    }
    return apis;
  }

  private Api api(int line, Words words) {
    Role role = role(line, words.next());
    if (words.isEmpty()) {
      throw text.error(
          line,
          "no signature after `" + role.word() + "`",
          "Add one, as `java.io.Reader#new(_*)`.");
    }
    Signature signature = signature(line, words.next());
    Optional<Signature> undo = Optional.empty();
    if (words.nextIs("undo")) {
      words.next();
      undo = Optional.of(signature(line, value(line, "undo", "a signature", words)));
    }
    checkUndo(line, role, undo);
    Map<String, String> keys = keys(line, words);
    String owner = keys.getOrDefault(Key.RULE.word(), rule);
    return new Api(role, signature, undo, keys, words.why(), owner, text.name() + ":" + line);
  }

  private Role role(int line, String word) {
    return Role.named(word)
        .orElseThrow(
            () ->
                text.error(
                    line, "unknown role `" + word + "`", "Begin the line with one of: " + roles()));
  }

  private static String roles() {
    return Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", ", "", "."));
  }

  private void checkUndo(int line, Role role, Optional<Signature> undo) {
    if (role == Role.DOES && undo.isEmpty()) {
      throw text.error(
          line, "`does` without `undo`", "Add `undo <signature>` behind the first signature.");
    }
    if (role != Role.DOES && undo.isPresent()) {
      throw text.error(line, "`undo` after `" + role.word() + "`", "Only `does` has an undo.");
    }
  }

  private Map<String, String> keys(int line, Words words) {
    Map<String, String> keys = new HashMap<>();
    while (!words.isEmpty()) {
      String word = words.next();
      Key key =
          Key.named(word)
              .orElseThrow(
                  () ->
                      text.error(
                          line,
                          "unknown key `" + word + "`",
                          "Known keys are: " + Key.words() + "; reasons stand behind ` # `."));
      String value = value(line, word, key.valueForm(), words);
      check(line, key, value);
      if (keys.put(word, value) != null) {
        throw text.error(line, "key `" + word + "` twice", "Write it once.");
      }
    }
    return keys;
  }

  private void check(int line, Key key, String value) {
    if (key.isSignature()) {
      signature(line, value);
    } else if (!key.accepts(value)) {
      throw text.error(
          line, "`" + key.word() + " " + value + "`", "Its value is " + key.valueForm() + ".");
    }
  }

  private String value(int line, String key, String form, Words words) {
    if (words.isEmpty()) {
      throw text.error(line, "no value after `" + key + "`", "Its value is " + form + ".");
    }
    return words.next();
  }

  private Signature signature(int line, String word) {
    return SignatureReader.read(word, text, line);
  }

  /** The words of one line, and the reason behind them. Blanks within parentheses part nothing. */
  private record Words(Deque<String> left, String why) {
    static Words of(String line) {
      Deque<String> words = new ArrayDeque<>();
      int depth = 0;
      int start = -1;
      int i = 0;
      for (; i < line.length(); i++) {
        char c = line.charAt(i);
        boolean blank = Character.isWhitespace(c);
        if (c == '#' && start < 0) {
          break;
        }
        if (blank && depth == 0 && start >= 0) {
          words.add(line.substring(start, i));
          start = -1;
        } else if (!blank && start < 0) {
          start = i;
        }
        depth = Math.max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
      }
      if (start >= 0) {
        words.add(line.substring(start));
      }
      return new Words(words, i < line.length() ? line.substring(i + 1).trim() : "");
    }

    boolean isEmpty() {
      return left.isEmpty();
    }

    boolean nextIs(String word) {
      return word.equals(left.peek());
    }

    String next() {
      return left.remove();
    }
  }
}
