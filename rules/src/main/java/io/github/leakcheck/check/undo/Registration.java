package io.github.leakcheck.check.undo;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.facts.Step;

/**
 * A call that does what has to be lasting.
 *
 * @param oneWay whether its source has no method that would undo it
 */
public record Registration(Body body, int node, Step.Call call, Api line, boolean oneWay) {
  public Registration(Body body, int node, Step.Call call, Api line) {
    this(body, node, call, line, false);
  }

  /** Whether a builder was told what to keep, and the call's argument is where it is kept. */
  public boolean isBuilt() {
    return line.signature().owner().endsWith("$Builder") && call.arguments().size() == 1;
  }

  /** Whether no catalogue knows the method, only its shape tells. */
  public boolean isByShape() {
    return line.origin().isEmpty();
  }
}
