package io.github.leakcheck.check.usage;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Use.Held;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that the classes to judge do with the collections in their fields: directly, through locals,
 * getters, views, lambdas, methods they hand them to and fields that hold the same object.
 */
public final class FieldUses {
  private static final int ALIASES = 2;
  private static final Set<String> COLLECTIONS = Set.of("java.util.Map", "java.util.Collection");

  private final Code code;
  private final BodyUses bodyUses;
  private final Map<FieldKey, List<Use>> known = new HashMap<>();

  private FieldUses(World world) {
    this.code = Code.of(world);
    this.bodyUses = new BodyUses(code, Origins.of(code), Effects.of(world));
  }

  /** The uses of this analysis. */
  public static FieldUses of(World world) {
    return world.once(FieldUses.class, FieldUses::new);
  }

  /** Uses of the field in a stable order, those of fields that share its object last. */
  public List<Use> of(FieldKey field) {
    return of(field, ALIASES);
  }

  private List<Use> of(FieldKey field, int aliases) {
    List<Use> uses = known.get(field);
    if (uses == null) {
      uses = direct(field);
      known.put(field, uses);
    }
    return aliases == 0 ? uses : withAliases(field, uses, aliases);
  }

  private List<Use> direct(FieldKey field) {
    Held wanted = new Held.InField(field);
    Set<Use> found = new LinkedHashSet<>();
    for (Body body : bodiesWith(field)) {
      for (Use use : bodyUses.of(body)) {
        if (use.held().equals(wanted)) {
          found.add(use);
        }
      }
    }
    single(field).ifPresent(type -> found.addAll(ofItself(type, wanted)));
    return List.copyOf(found);
  }

  /**
   * The class of the field if that is a collection itself, {@code class Names extends HashMap}, and
   * the one object of it that the program makes is in this field.
   */
  private Optional<String> single(FieldKey field) {
    return code.world()
        .program()
        .type(field.owner())
        .flatMap(type -> type.field(field.name()))
        .filter(facts -> Access.has(facts.access(), Access.STATIC))
        .map(TypeFacts.FieldFacts::type)
        .filter(type -> code.owns(type) && COLLECTIONS.stream().anyMatch(c -> isA(type, c)))
        .filter(
            type -> code.made(type).size() == 1 && isStoredAlone(field, code.made(type).get(0)));
  }

  private boolean isA(String type, String collection) {
    return code.world().types().isSubtype(type, collection);
  }

  private boolean isStoredAlone(FieldKey field, Site made) {
    List<Site> stores = code.stores(field);
    return stores.size() == 1 && stores.get(0).method().equals(made.method());
  }

  /** What the methods of a collection's own class do with it. */
  private List<Use> ofItself(String type, Held field) {
    Held self = new Held.InParameter(0);
    return code.bodies(type).stream()
        .filter(body -> !body.flow().isStatic() && !body.flow().isLambdaBody())
        .flatMap(body -> bodyUses.of(body).stream())
        .filter(use -> use.kind() == Use.Kind.CALLED && use.held().equals(self))
        .map(use -> use.on(field))
        .toList();
  }

  private List<Use> withAliases(FieldKey field, List<Use> uses, int aliases) {
    List<Use> all = new ArrayList<>(uses);
    for (Use use : uses) {
      if (use.kind() == Use.Kind.STORED) {
        code.body(use.site().method())
            .map(body -> body.step(use.site().node()))
            .filter(step -> step instanceof Step.StoreField)
            .map(step -> code.key(((Step.StoreField) step).field()))
            .filter(other -> !other.equals(field))
            .ifPresent(other -> all.addAll(called(other, of(other, aliases - 1), field)));
      }
    }
    return all;
  }

  /**
   * What is done to an alias counts for the field; who writes the alias does not. What an alias
   * takes in need not be the field's if the alias holds other collections as well.
   */
  private List<Use> called(FieldKey alias, List<Use> uses, FieldKey field) {
    boolean alone = code.stores(alias).stream().noneMatch(this::storesFresh);
    return uses.stream()
        .filter(use -> use.kind() != Use.Kind.WRITTEN)
        .filter(use -> alone || !use.adds())
        .map(use -> use.on(new Held.InField(field)))
        .toList();
  }

  private boolean storesFresh(Site site) {
    return code.body(site.method())
        .filter(
            body ->
                body.step(site.node()) instanceof Step.StoreField store
                    && Origins.of(code).of(body, site.node(), store.value()).stream()
                        .anyMatch(o -> o instanceof Origin.Fresh || o instanceof Origin.Result))
        .isPresent();
  }

  /** Bodies that read or write the field, call its getter, or are lambdas made in one of these. */
  private Iterable<Body> bodiesWith(FieldKey field) {
    Map<MethodRef, Body> found = new LinkedHashMap<>();
    Deque<MethodRef> open = new ArrayDeque<>();
    code.loads(field).forEach(site -> open.add(site.method()));
    code.stores(field).forEach(site -> open.add(site.method()));
    for (Site load : code.loads(field)) {
      code.body(load.method())
          .filter(Origins.of(code)::isGetter)
          .ifPresent(
              getter -> code.callers(getter.method()).forEach(site -> open.add(site.method())));
    }
    while (!open.isEmpty()) {
      MethodRef method = open.poll();
      if (!found.containsKey(method)) {
        code.body(method).ifPresent(body -> visit(body, found, open));
      }
    }
    return found.values();
  }

  private static void visit(Body body, Map<MethodRef, Body> found, Deque<MethodRef> open) {
    found.put(body.method(), body);
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Lambda lambda
          && !lambda.reference()
          && lambda.body() != null) {
        open.add(lambda.body());
      }
    }
  }
}
