package io.github.leakcheck.engine;

import io.github.leakcheck.model.Severity;

/**
 * A rule of somebody else that found something.
 *
 * @param id {@code pmd:EmptyCatchBlock}, {@code spotbugs:HARD_CODE_PASSWORD}
 * @param title what is wrong, as a short phrase
 * @param description plain text, may be empty
 * @param severity of its findings, as far as they agree
 * @param address of a page about it, may be empty
 */
public record GuestRule(
    String id, String title, String description, Severity severity, String address) {

  /** What ids of PMD's rules begin with. */
  public static final String PMD = "pmd:";

  /** What ids of SpotBugs' bug types begin with. */
  public static final String SPOTBUGS = "spotbugs:";

  /** Whether an id can only be that of a guest. */
  public static boolean isId(String id) {
    return id.startsWith(PMD) || id.startsWith(SPOTBUGS);
  }

  /** The name that its own engine knows it by. */
  public String name() {
    return id.substring(id.indexOf(':') + 1);
  }
}
