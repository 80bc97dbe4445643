package io.github.leakcheck.check.usage;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.World;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A finding before its place is worked out.
 *
 * @param rule id of the rule
 * @param site where the finding stands
 * @param path stations in order
 */
public record Draft(
    String rule,
    Confidence confidence,
    Site site,
    String message,
    String help,
    List<PathStep> path) {

  public Draft {
    path = List.copyOf(path);
  }

  /** The finding; empty if the catalogue has no such rule or the code is gone. */
  public Optional<Finding> finding(World world, String engine) {
    Places places = new Places(world);
    return world
        .catalog()
        .rule(rule)
        .flatMap(
            found ->
                Code.of(world)
                    .body(site.method())
                    .map(
                        body ->
                            new Finding(
                                rule,
                                found.severity(),
                                weighed(found, world),
                                places.subject(body, site.node()),
                                message,
                                help,
                                places.of(body, site.node()),
                                path,
                                Set.of(engine))));
  }

  private Confidence weighed(Rule found, World world) {
    boolean heavier = found.heavierIn().contains(world.catalog().deployment());
    return heavier ? confidence.raised() : confidence;
  }
}
