package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.usage.Body;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by their names that one of two methods ends what else the other would have ended. */
final class Alternatives {
  private static final List<Set<String>> ENDINGS =
      List.of(
          Set.of("commit", "rollback", "abort"),
          Set.of("close", "abort", "kill", "discard", "destroy", "dispose", "invalidate"),
          Set.of("leave", "kick", "ban", "expel", "evict"),
          Set.of("finish", "complete", "succeed", "success", "cancel", "fail", "failure", "error"),
          Set.of("finish", "complete", "abort", "timeout", "reject", "expire"),
          Set.of(
              "finished", "completed", "succeeded", "cancelled", "canceled", "failed", "aborted"),
          Set.of("logout", "expire", "invalidate", "kick"),
          Set.of("accept", "confirm", "reject", "decline", "cancel", "expire"),
          Set.of("ack", "nack", "reject"));

  private static final Pattern PARTS =
      Pattern.compile("(on|handle|do)?(\\p{Alpha}\\p{Lower}*)(\\w*)");

  private Alternatives() {}

  /** Whether the name of one method says another end of the same thing than that of the other. */
  static boolean are(Body one, Body other) {
    Matcher first = PARTS.matcher(one.flow().source().name());
    Matcher second = PARTS.matcher(other.flow().source().name());
    return first.matches()
        && second.matches()
        && first.group(3).equals(second.group(3))
        && are(word(first), word(second));
  }

  private static String word(Matcher name) {
    return name.group(2).toLowerCase(Locale.ROOT);
  }

  private static boolean are(String one, String other) {
    return !one.equals(other)
        && ENDINGS.stream().anyMatch(words -> words.contains(one) && words.contains(other));
  }
}
