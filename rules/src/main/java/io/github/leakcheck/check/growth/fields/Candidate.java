package io.github.leakcheck.check.growth.fields;

import io.github.leakcheck.check.growth.Growth;
import io.github.leakcheck.check.growth.Release;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;

/**
 * A field that grows, before anybody has asked how long it lives.
 *
 * @param growth the surest of its ways to grow
 */
record Candidate(
    TypeFacts owner, FieldFacts field, Capacity capacity, Growth growth, Release release) {

  boolean isReleased(Release.Kind kind) {
    return release.kind() == kind;
  }

  /** Whether it remembers what it is asked for, under keys that anybody may choose. */
  boolean isCache() {
    return growth.memo() && growth.key().domain() == Domain.OPEN;
  }

  /** Whether nothing says that its keys are few. */
  boolean mayBeMany() {
    return growth.key().domain().compareTo(Domain.UNKNOWN) >= 0;
  }
}
