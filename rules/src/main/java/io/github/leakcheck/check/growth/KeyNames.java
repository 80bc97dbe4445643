package io.github.leakcheck.check.growth;

import java.util.Locale;
import java.util.Set;

/**
 * Tells by its name what a key means: {@code getDeviceId()}, {@code deviceId()} and {@code
 * deviceId} name the same thing wherever they are found, {@code getId()} means another thing for
 * each class.
 */
public final class KeyNames {
  /** Two words that belong to every object or class. */
  private static final Set<String> PLAIN = Set.of("simpleName", "canonicalName", "hashCode");

  private KeyNames() {}

  /** What a getter or field of the name holds. */
  public static String property(String name) {
    boolean getter =
        name.length() > "get".length()
            && name.startsWith("get")
            && Character.isUpperCase(name.charAt("get".length()));
    String bare = getter ? name.substring("get".length()) : name;
    return getter ? bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1) : bare;
  }

  /** Whether the property says of what it is: two words at least, none of them a mere prefix. */
  public static boolean saysOfWhat(String property) {
    return !PLAIN.contains(property)
        && property.chars().skip(1).anyMatch(Character::isUpperCase)
        && !property.startsWith("next")
        && !property.startsWith("to");
  }
}
