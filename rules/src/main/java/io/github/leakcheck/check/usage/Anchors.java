package io.github.leakcheck.check.usage;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what keeps the fields of a class alive. */
public final class Anchors {
  private static final Set<String> INJECTIONS = Set.of("Inject", "Autowired");

  private final World world;
  private final Code code;
  private final Map<String, Optional<Anchor>> owners = new HashMap<>();
  private final Set<String> longLived = new HashSet<>();
  private final Set<String> sessions = new HashSet<>();

  private Anchors(Code code) {
    this.world = code.world();
    this.code = code;
    for (Api line : world.catalog().apis(Role.LIVES)) {
      if (line.key(Key.FOR)
          .filter(word -> word.equals("application") || word.equals("jvm"))
          .isPresent()) {
        longLived.add(line.signature().owner());
      } else if (line.key(Key.FOR).filter("session"::equals).isPresent()) {
        sessions.add(line.signature().owner());
      }
    }
  }

  /** The anchors of this analysis. */
  public static Anchors of(Code code) {
    return code.world().once(Anchors.class, world -> new Anchors(code));
  }

  /** The anchor of all objects of a class; empty if nothing says that they live long. */
  public Optional<Anchor> of(TypeFacts owner) {
    return owner(owner, 2);
  }

  /** The anchor of a field; empty if nothing says that it lives long. */
  public Optional<Anchor> of(TypeFacts owner, FieldFacts field) {
    if (Access.has(field.access(), Access.STATIC)) {
      return Optional.of(
          new Anchor(Anchor.Kind.STATIC, Confidence.HIGH, "static, lives as long as its class"));
    }
    return owner(owner, 2);
  }

  /**
   * Whether a container makes objects of the class with a web application, and ends them with it.
   */
  public boolean isOfWebApplication(TypeFacts owner) {
    return world.types().supertypes(owner.name()).stream()
        .anyMatch(type -> type.contains(".servlet.") && longLived.contains(type));
  }

  private Optional<Anchor> owner(TypeFacts owner, int depth) {
    Optional<Anchor> known = owners.get(owner.name());
    if (known == null) {
      owners.put(owner.name(), Optional.empty());
      known = judge(owner, depth);
      owners.put(owner.name(), known);
    }
    return known;
  }

  private Optional<Anchor> judge(TypeFacts owner, int depth) {
    if (world.types().isSubtype(owner.name(), "java.lang.Enum")) {
      return singleton(Confidence.HIGH, "field of an enum constant");
    }
    for (Map.Entry<String, String> annotation : owner.annotations().entrySet()) {
      if (longLived.contains(annotation.getValue())) {
        return singleton(Confidence.HIGH, "field of a `@" + annotation.getKey() + "`");
      }
      if (sessions.contains(annotation.getValue())) {
        String text = "field of a `@" + annotation.getKey() + "`, as long as its user is active";
        return singleton(Confidence.MEDIUM, text);
      }
    }
    for (String type : world.types().supertypes(owner.name())) {
      if (!type.equals(owner.name()) && longLived.contains(type)) {
        return singleton(Confidence.HIGH, "field of a `" + Names.simple(type) + "`");
      }
    }
    return isInjected(owner)
        ? singleton(Confidence.HIGH, "field of an object that a container makes")
        : keptByStatic(owner, depth);
  }

  /** A container that fills in fields or calls setters keeps what it made, mostly for good. */
  private static boolean isInjected(TypeFacts owner) {
    return owner.methods().stream()
            .flatMap(method -> method.annotations().stream())
            .anyMatch(INJECTIONS::contains)
        || owner.fields().stream()
            .flatMap(field -> field.annotations().stream())
            .anyMatch(INJECTIONS::contains);
  }

  private static Optional<Anchor> singleton(Confidence sure, String text) {
    return Optional.of(new Anchor(Anchor.Kind.SINGLETON, sure, text));
  }

  /** Whether every object of the class that the program makes is kept in a static field. */
  private Optional<Anchor> keptByStatic(TypeFacts owner, int depth) {
    boolean kept = false;
    for (Site site : code.made(owner.name())) {
      Optional<Body> body = code.body(site.method());
      if (body.isEmpty()) {
        return Optional.empty();
      }
      Optional<Step.StoreField> store = keeper(body.get(), site.node());
      if (store.isEmpty()) {
        return Optional.empty();
      }
      kept = store.get().field().isStatic() || isKept(store.get().field().owner(), depth);
      if (!kept) {
        return Optional.empty();
      }
    }
    return kept
        ? singleton(Confidence.MEDIUM, "field of an object that a static field keeps")
        : Optional.empty();
  }

  private boolean isKept(String type, int depth) {
    return depth > 0
        && world.program().type(type).flatMap(facts -> owner(facts, depth - 1)).isPresent();
  }

  private Optional<Step.StoreField> keeper(Body body, int made) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store
          && Origins.of(code).isMadeAt(body, node.id(), store.value(), made)) {
        return Optional.of(store);
      }
    }
    return Optional.empty();
  }
}
