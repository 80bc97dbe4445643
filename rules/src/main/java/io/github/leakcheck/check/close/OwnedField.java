package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Step;

/**
 * A resource that a class keeps.
 *
 * @param site where it was opened, or stored if it was given to the constructor
 * @param flow the method that did so
 */
record OwnedField(FieldRef field, Site site, MethodFlow flow) {
  /** Given to the constructor by who made it. */
  boolean isGiven() {
    return site.node().step() instanceof Step.StoreField;
  }
}
