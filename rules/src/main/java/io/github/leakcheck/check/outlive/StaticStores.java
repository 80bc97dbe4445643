package io.github.leakcheck.check.outlive;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is stored into a static field after the program has started. */
final class StaticStores {
  private StaticStores() {}

  /** One value that a store may put there. */
  record Stored(Body body, int node, Origin value) {}

  /** All values; empty if some code sets the field to null, which lets go of what was there. */
  static List<Stored> of(Code code, FieldKey field) {
    List<Stored> found = new ArrayList<>();
    for (Site site : code.stores(field)) {
      if (site.method().name().startsWith("<clinit>")) {
        continue;
      }
      Body body = code.body(site.method()).orElse(null);
      if (body == null || !(body.step(site.node()) instanceof Step.StoreField store)) {
        continue;
      }
      Set<Origin> values = Origins.of(code).of(body, site.node(), store.value());
      if (values.stream().anyMatch(Origin::isNull)) {
        return List.of();
      }
      if (Starts.of(code).onlyAtStart(site.method()) == Starts.Answer.NO) {
        values.forEach(value -> found.add(new Stored(body, site.node(), value)));
      }
    }
    return found;
  }
}
