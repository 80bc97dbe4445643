package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Says a verdict: what lives long, how it grows, and that nothing lets go. */
public final class Wording {
  private static final int STATIONS = 4;

  private final Code code;
  private final Places places;

  public Wording(Code code) {
    this.code = code;
    this.places = new Places(code.world());
  }

  /** The finding of a rule about a field. */
  public Draft draft(String rule, Verdict verdict, String help) {
    Site site = verdict.first().use().site();
    return new Draft(rule, verdict.confidence(), site, message(verdict, site), help, path(verdict));
  }

  private String message(Verdict verdict, Site site) {
    FieldKey key = new FieldKey(verdict.owner().name(), verdict.field().name());
    String text = verdict.first().key().text();
    String grows =
        text.isEmpty()
            ? "grows with every call of `" + name(site) + "()`"
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

  private String name(Site site) {
    return code.body(site.method())
        .map(body -> body.flow().source().name())
        .orElse(site.method().name());
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
      places.station(PathStep.Kind.GROWS, growth.use().site(), "grows here").ifPresent(path::add);
    }
    Release release = verdict.release();
    if (release.site() != null) {
      places.station(PathStep.Kind.RELEASED, release.site(), release.text()).ifPresent(path::add);
    }
    return path;
  }
}
