package io.github.leakcheck.check.growth;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says a verdict: what lives long, how it grows, and that nothing lets go. */
public final class Wording {
  private static final int STATIONS = 4;

  private final Code code;
  private final Places places;

  public Wording(Code code) {
    this.code = code;
    this.places = new Places(code.world());
  }

  /** The finding of a rule; empty if the growth's code cannot be found again. */
  public Optional<Finding> finding(Rule rule, Verdict verdict, String help, String engine) {
    Site site = verdict.first().use().site();
    return code.body(site.method())
        .map(
            body ->
                new Finding(
                    rule.id(),
                    rule.severity(),
                    verdict.confidence(),
                    places.subject(body, site.node()),
                    message(verdict, body, site),
                    help,
                    places.of(body, site.node()),
                    path(verdict),
                    Set.of(engine)));
  }

  private String message(Verdict verdict, Body body, Site site) {
    FieldKey key = new FieldKey(verdict.owner().name(), verdict.field().name());
    String text = verdict.first().key().text();
    String grows =
        text.isEmpty()
            ? "grows with every call of `" + body.flow().source().name() + "()`"
            : "gets an entry for every distinct " + text;
    return "`"
        + key.shortName()
        + "` ("
        + verdict.anchor().text()
        + ") "
        + grows
        + ", and "
        + letsGo(verdict);
  }

  private static String letsGo(Verdict verdict) {
    Release release = verdict.release();
    String escape = verdict.escapes().isEmpty() ? "" : " (" + verdict.escapes() + ")";
    return switch (release.kind()) {
      case WRONG -> "what should release them " + release.text();
      case MANUAL -> release.text() + " them, which nothing calls";
      default -> "nothing removes or bounds its entries" + escape;
    };
  }

  private List<PathStep> path(Verdict verdict) {
    List<PathStep> path = new ArrayList<>();
    Place field = places.of(verdict.owner(), verdict.field());
    String holds = verdict.capacity().type().isEmpty() ? "" : ", a " + verdict.capacity().type();
    path.add(new PathStep(PathStep.Kind.ACQUIRED, field, verdict.anchor().text() + holds));
    for (Growth growth : verdict.growths().stream().limit(STATIONS).toList()) {
      add(path, PathStep.Kind.GROWS, growth.use().site(), "grows here");
    }
    if (verdict.release().site() != null) {
      add(path, PathStep.Kind.RELEASED, verdict.release().site(), verdict.release().text());
    }
    return path;
  }

  private void add(List<PathStep> path, PathStep.Kind kind, Site site, String text) {
    code.body(site.method())
        .ifPresent(body -> path.add(new PathStep(kind, places.of(body, site.node()), text)));
  }
}
