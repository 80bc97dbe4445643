package io.github.leakcheck.check.outlive;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.outlive.StaticStores.Stored;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges static fields that hold what belongs to one request, session or connection. */
public final class ShortLived {
  private static final String RULE = "static-field-holds-context";
  private static final Set<String> BRIEF =
      Set.of("request", "session", "exchange", "connection", "unit-of-work");

  private final World world;
  private final Code code;
  private final Places places;

  public ShortLived(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.places = new Places(world);
  }

  /** What is wrong with one static field, empty if nothing is. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (code.stores(new FieldKey(owner.name(), field.name())).isEmpty()
        || field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    for (Stored stored : StaticStores.of(code, new FieldKey(owner.name(), field.name()))) {
      Optional<Draft> draft =
          life(field.type())
              .or(() -> life(type(stored.value())))
              .map(line -> draft(owner, field, stored, line));
      if (draft.isPresent()) {
        return draft;
      }
    }
    return Optional.empty();
  }

  /** The line that says of the type how short it lives. */
  private Optional<Api> life(String type) {
    for (Api line : world.catalog().apis(Role.LIVES)) {
      if (line.rule().equals(RULE)
          && line.key(Key.FOR).filter(BRIEF::contains).isPresent()
          && world.types().isSubtype(type, line.signature().owner())) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private static String type(Origin value) {
    if (value instanceof Origin.Fresh fresh) {
      return fresh.type();
    } else if (value instanceof Origin.Result result) {
      return result.call().callee().result();
    } else if (value instanceof Origin.OfParameter p) {
      List<String> types = p.body().flow().method().parameters();
      int position = p.position();
      return types == null || position < 0 || position >= types.size() ? "?" : types.get(position);
    }
    return "?";
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Stored stored, Api line) {
    FieldKey key = new FieldKey(owner.name(), field.name());
    String life = line.key(Key.FOR).orElseThrow().replace('-', ' ');
    String message =
        "Static `"
            + key.shortName()
            + "` keeps the `"
            + Names.simple(line.signature().owner())
            + "` of one "
            + life
            + ", with all it reaches, after the "
            + life
            + " has ended";
    return new Draft(
        RULE,
        Confidence.MEDIUM.and(line.confidence()),
        stored.body().site(stored.node()),
        message,
        "Pass it as a parameter, or keep only the data that is needed",
        List.of(
            new PathStep(
                PathStep.Kind.ACQUIRED,
                places.of(owner, field),
                "static, lives as long as its class"),
            new PathStep(
                PathStep.Kind.ESCAPES, places.of(stored.body(), stored.node()), "kept here")));
  }
}
