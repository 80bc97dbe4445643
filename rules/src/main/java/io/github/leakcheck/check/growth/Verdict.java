package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Anchor;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.List;

/**
 * A field that lives long, grows, and lets nothing go.
 *
 * @param growths at least one, the surest first
 * @param capacity what the field holds
 * @param escapes where the collection gets out of sight, empty if nowhere
 */
public record Verdict(
    TypeFacts owner,
    FieldFacts field,
    Anchor anchor,
    List<Growth> growths,
    Release release,
    Capacity capacity,
    String escapes,
    Confidence confidence) {

  Growth first() {
    return growths.get(0);
  }
}
