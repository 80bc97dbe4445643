package io.github.leakcheck.check.growth.fields;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Keys;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds static fields with a cache that is no collection by its type: an object of a class, of the
 * program or a library, that puts what it is asked for into a map of its own and lets nothing go by
 * itself.
 */
public final class StaticCaches {
  private final World world;
  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Capacities capacities;
  private final Keys keys;
  private final Starts starts;
  private final Places places;
  private final Map<String, CacheClass> classes = new HashMap<>();

  private StaticCaches(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.capacities = new Capacities(code);
    this.keys = Keys.of(code);
    this.starts = Starts.of(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static StaticCaches of(World world) {
    return world.once(StaticCaches.class, StaticCaches::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    String type = field.type();
    if (!Access.has(field.access(), Access.STATIC)
        || type.indexOf('.') < 0
        || type.endsWith("]")
        || Platform.isJdk(type)
        || world.types().isSubtype(type, "java.util.Map")
        || world.types().isSubtype(type, "java.util.Collection")) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    return made(uses).flatMap(made -> judge(owner, field, uses, cacheClass(made)));
  }

  private CacheClass cacheClass(String type) {
    return classes.computeIfAbsent(type, t -> new CacheClass(code, capacities, t));
  }

  /** The one class of the objects that are stored into the field. */
  private Optional<String> made(List<Use> uses) {
    List<String> types =
        uses.stream()
            .filter(use -> use.kind() == Use.Kind.WRITTEN)
            .flatMap(use -> code.body(use.site().method()).stream().flatMap(b -> stored(b, use)))
            .distinct()
            .collect(Collectors.toList());
    return types.size() == 1 && types.get(0).indexOf('.') > 0
        ? Optional.of(types.get(0))
        : Optional.empty();
  }

  private Stream<String> stored(Body body, Use use) {
    return body.step(use.site().node()) instanceof Step.StoreField store
        ? origins.of(body, use.site().node(), store.value()).stream()
            .map(o -> o instanceof Origin.Fresh fresh ? fresh.type() : "")
        : Stream.of("");
  }

  private Optional<Draft> judge(
      TypeFacts owner, FieldFacts field, List<Use> uses, CacheClass cache) {
    boolean escapes =
        uses.stream()
            .anyMatch(
                use ->
                    use.kind() == Use.Kind.PASSED
                        || use.kind() == Use.Kind.CALLED && cache.lets(use.call()));
    if (escapes || !cache.onlyGrows() || isTold(cache)) {
      return Optional.empty();
    }
    return uses.stream()
        .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
        .flatMap(use -> cache.keyOf(use.call()).stream().flatMap(at -> grows(use, at).stream()))
        .findFirst()
        .map(growth -> draft(owner, field, growth, cache));
  }

  /** Whether the map in the cache's class is judged where it stands, or reported there. */
  private boolean isTold(CacheClass cache) {
    Optional<TypeFacts> type =
        Optional.of(cache.map().owner()).filter(code::owns).flatMap(world.program()::type);
    return type.isPresent()
        && (Anchors.of(code).of(type.get()).isPresent()
            || type.get()
                .field(cache.map().name())
                .flatMap(map -> FieldJudge.of(world).judge(type.get(), map))
                .isPresent());
  }

  private record Asked(Use use, Key key) {}

  private Optional<Asked> grows(Use use, int argument) {
    Optional<Body> body = code.body(use.site().method());
    if (body.isEmpty()
        || starts.onlyAtStart(body.get(), use.site().node()) != Starts.Answer.NO
        || argument >= use.call().arguments().size()) {
      return Optional.empty();
    }
    Key key = keys.of(body.get(), use.site().node(), use.call().arguments().get(argument));
    return key.domain().compareTo(Domain.CLASSES) >= 0 && !key.equals(Keys.OWN_CLASS)
        ? Optional.of(new Asked(use, key))
        : Optional.empty();
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Asked asked, CacheClass cache) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` (static, lives as long as its class) gets an entry for every distinct "
            + asked.key().text()
            + ", and a `"
            + Names.simple(cache.type())
            + "` never lets one go by itself";
    PathStep declared =
        new PathStep(
            PathStep.Kind.ACQUIRED,
            places.of(owner, field),
            "keeps its entries in `" + cache.map().shortName() + "`");
    boolean byClass = asked.key().domain().isClasses();
    return new Draft(
        byClass ? "class-keyed-map-only-grows" : "static-collection-only-grows",
        Confidence.MEDIUM,
        asked.use().site(),
        message,
        "Give the cache a bound, or let it hold its keys weakly",
        List.of(declared));
  }
}
