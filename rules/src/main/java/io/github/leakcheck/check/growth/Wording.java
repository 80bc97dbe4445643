package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Says a verdict: what lives long, how it grows, and that nothing lets go. */
public final class Wording {
  private static final int STATIONS = 4;
  private static final String GROWN =
      "Bound it, let its entries expire, or remove each where its owner ends";

  private final Code code;
  private final Places places;

  public Wording(Code code) {
    this.code = code;
    this.places = new Places(code.world());
  }

  /** The finding about a field that only grows. */
  public Draft draft(Verdict verdict) {
    Site site = verdict.first().use().site();
    return new Draft(
        rule(verdict), verdict.confidence(), site, message(verdict, site), GROWN, path(verdict));
  }

  private String rule(Verdict verdict) {
    boolean wrong = verdict.release().kind() == Release.Kind.WRONG;
    if (verdict.release().kind() == Release.Kind.EMPTIES
        || wrong && !verdict.release().text().endsWith(WrongReleases.OWN_THREAD)) {
      return "remove-method-never-removes";
    } else if (verdict.first().key().domain().isClasses()) {
      return "class-keyed-map-only-grows";
    } else if (code.world().types().isSubtype(verdict.field().type(), "java.util.Queue")) {
      return "queue-never-drained";
    } else if (verdict.capacity().isCache()) {
      return "unbounded-cache";
    }
    return switch (verdict.anchor().kind()) {
      case STATIC -> "static-collection-only-grows";
      case SINGLETON, KEPT -> "singleton-collection-only-grows";
      case SHARED -> "shared-cache-only-grows";
    };
  }

  /** The finding about a map whose values hold their weak keys. */
  public Draft weakMap(TypeFacts owner, FieldFacts field, WeakMaps.Cycle cycle) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` holds its keys weakly, but the value added here reaches its key: "
            + cycle.text();
    String help = "Wrap the value in a WeakReference, or keep it in a field of the key";
    Place place = places.of(owner, field);
    PathStep step = new PathStep(PathStep.Kind.ACQUIRED, place, "the map with weak keys");
    return new Draft(
        "weak-map-value-holds-key", Confidence.HIGH, cycle.site(), message, help, List.of(step));
  }

  /**
   * The finding about a collection that keeps what a method takes out of another one.
   *
   * @param what its entries or its keys, in a word
   */
  public Draft leftBehind(
      TypeFacts owner,
      FieldFacts field,
      Site added,
      Body release,
      String what,
      String message,
      String help) {
    Place place = places.of(owner, field);
    PathStep declared = new PathStep(PathStep.Kind.ACQUIRED, place, "takes in the same " + what);
    PathStep ends =
        new PathStep(PathStep.Kind.EXIT, places.of(release, 0), "does not take it out of here");
    return new Draft(
        "remove-method-never-removes",
        Confidence.MEDIUM,
        added,
        message,
        help,
        List.of(declared, ends));
  }

  /** The finding about a queue that a producer takes for bounded. */
  public Draft queue(TypeFacts owner, FieldFacts field, Use use, Confidence sure) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` has no capacity, so this `"
            + use.call().callee().name()
            + "()` never waits and the queue grows when its consumer is slow";
    String help = "Give the queue a capacity, and say what happens when it is full";
    PathStep step =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "made without a capacity");
    return new Draft("unbounded-queue", sure, use.site(), message, help, List.of(step));
  }

  /** A function that is made as the class is initialised has no name of its own. */
  private String caller(Site site) {
    String name = name(site);
    return name.startsWith("<") ? "a function made in `" + name + "`" : "`" + name + "()`";
  }

  private String message(Verdict verdict, Site site) {
    FieldKey key = new FieldKey(verdict.owner().name(), verdict.field().name());
    String text = verdict.first().key().text();
    String grows =
        text.isEmpty()
            ? "grows with every call of " + caller(site)
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
      case WRONG, EMPTIES -> release.text();
      case ENDING -> release.text() + " them, at the end";
      case SWEEP, MANUAL, KEYED -> release.text() + " them, which nothing calls";
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
