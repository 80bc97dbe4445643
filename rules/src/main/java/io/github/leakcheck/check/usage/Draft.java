package io.github.leakcheck.check.usage;

import io.github.leakcheck.check.World;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Subject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A finding before its place is worked out.
 *
 * @param rule id of the rule
 * @param site where the finding stands
 * @param path stations, the place itself not included
 */
public record Draft(
    String rule, Confidence confidence, Site site, String message, String help, List<Station> path) {

  /** A station of the path, by its site. */
  public record Station(PathStep.Kind kind, Site site, String text) {}

  /** The finding; empty if the catalogue has no such rule or the code is gone. */
  public Optional<Finding> finding(World world, String engine) {
    Code code = Code.of(world);
    Places places = new Places(world);
    return world
        .catalog()
        .rule(rule)
        .flatMap(
            found ->
                code.body(site.method())
                    .map(
                        body ->
                            new Finding(
                                rule,
                                found.severity(),
                                confidence,
                                subject(places, body),
                                message,
                                help,
                                places.of(body, site.node()),
                                stations(code, places),
                                Set.of(engine))));
  }

  private Subject subject(Places places, Body body) {
    return places.subject(body, site.node());
  }

  private List<PathStep> stations(Code code, Places places) {
    return path.stream()
        .flatMap(
            station ->
                code.body(station.site().method()).stream()
                    .map(
                        body ->
                            new PathStep(
                                station.kind(),
                                places.of(body, station.site().node()),
                                station.text())))
        .toList();
  }
}
