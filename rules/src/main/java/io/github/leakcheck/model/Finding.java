package io.github.leakcheck.model;

import java.util.List;
import java.util.Set;

/**
 * One leak, at one place, with its path.
 *
 * @param rule id of the rule ({@code unclosed-file-stream})
 * @param message one sentence, quoting the variable or member in backticks, without full stop at
 *     the end
 * @param help one sentence that says the cure
 * @param place where the thing was acquired, added or registered
 * @param path stations in order, the acquisition first; empty if there is nothing to tell beyond
 *     the place
 * @param engines who found it: {@code source}, {@code bytecode} or both
 */
public record Finding(
    String rule,
    Severity severity,
    Confidence confidence,
    Subject subject,
    String message,
    String help,
    Place place,
    List<PathStep> path,
    Set<String> engines) {

  /** Name of the source front end in {@link #engines}. */
  public static final String SOURCE = "source";

  /** Name of the class-file front end in {@link #engines}. */
  public static final String BYTECODE = "bytecode";

  public Finding {
    path = List.copyOf(path);
    engines = Set.copyOf(engines);
  }

  /** The same finding at an exact place with placed steps. */
  public Finding placed(Place exact, List<PathStep> steps) {
    return new Finding(rule, severity, confidence, subject, message, help, exact, steps, engines);
  }

  /** The same finding, found by these engines. */
  public Finding foundBy(Set<String> names) {
    return new Finding(rule, severity, confidence, subject, message, help, place, path, names);
  }

  /** The same finding about an equal subject with another ordinal. */
  public Finding about(Subject other) {
    return new Finding(rule, severity, confidence, other, message, help, place, path, engines);
  }
}
