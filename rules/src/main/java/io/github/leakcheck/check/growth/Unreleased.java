package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Use;
import java.util.List;

/** Tells collections without a bound of which nothing goes before their object ends. */
public final class Unreleased {
  private final Capacities capacities;
  private final Releases releases;

  public Unreleased(Code code) {
    this.capacities = new Capacities(code);
    this.releases = new Releases(code);
  }

  /** Whether the field is one, as far as code is in sight: it is given to nobody. */
  public boolean is(FieldKey field, List<Use> uses) {
    if (uses.stream().anyMatch(use -> use.kind() == Use.Kind.PASSED)
        || capacities.ofField(uses).kind().compareTo(Capacity.Kind.FIXED) <= 0) {
      return false;
    }
    Release.Kind release = releases.of(field, uses).kind();
    return release == Release.Kind.NONE || release == Release.Kind.ENDING;
  }
}
