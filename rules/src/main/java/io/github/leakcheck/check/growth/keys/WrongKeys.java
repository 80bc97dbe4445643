package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds removals that can never find their entry: {@code Map.remove} takes any object, also one of
 * a type that no key has, or one that was made just now and equals no other.
 */
public final class WrongKeys {
  /** Stands in texts for the name of the method that removes, which is known later. */
  private static final String METHOD = "%s";

  private static final Pattern SORTED = Pattern.compile("\\w*(Tree|SkipList)\\w*(Map|Set)");

  private static final Map<String, String> BOXES =
      Map.of(
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "short", "java.lang.Short",
          "byte", "java.lang.Byte",
          "char", "java.lang.Character",
          "boolean", "java.lang.Boolean",
          "double", "java.lang.Double",
          "float", "java.lang.Float");

  /** What two types may both be without ever being equal. */
  private static final Set<String> COMMON =
      Set.of(
          "java.lang.Object",
          "java.io.Serializable",
          "java.lang.Cloneable",
          "java.lang.Comparable",
          "java.lang.Number",
          "java.lang.constant.Constable",
          "java.lang.constant.ConstantDesc");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Places places;
  private final OneByOne oneByOne;
  private final Capacities capacities;
  private final Unique unique;
  private final Wrappers wrappers;

  private WrongKeys(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.places = new Places(world);
    this.oneByOne = new OneByOne(code);
    this.capacities = new Capacities(code);
    this.unique = new Unique(code);
    this.wrappers = new Wrappers(code);
  }

  /** The judge of this analysis. */
  public static WrongKeys of(World world) {
    return world.once(WrongKeys.class, WrongKeys::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0 || field.type().equals("java.lang.Object")) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    List<Use> removals = oneByOne.of(uses);
    List<Use> adds = uses.stream().filter(Use::adds).toList();
    if (removals.isEmpty() || adds.isEmpty() || !adds.stream().allMatch(WrongKeys::isOfOne)) {
      return Optional.empty();
    }
    Map<Use, String> misses = misses(adds, removals, owner, isSorted(uses));
    return misses.isEmpty() || isMadeUpFor(misses, removals)
        ? Optional.empty()
        : Optional.of(draft(owner, field, misses, misses.size() == removals.size()));
  }

  /** Removals that never find anything, each with what it does instead, in words. */
  private Map<Use, String> misses(
      List<Use> adds, List<Use> removals, TypeFacts owner, boolean sorted) {
    Map<Use, String> found = new LinkedHashMap<>();
    Set<String> added = types(adds);
    Set<Origin> values = new HashSet<>();
    adds.forEach(add -> values.addAll(first(add)));
    for (Use removal : removals) {
      if (any(removal) && isNear(removal, owner)) {
        ofOtherType(added, types(List.of(removal)))
            .or(() -> ofValue(adds, added, types(List.of(removal))))
            .or(() -> ofNew(removal, values, sorted))
            .or(() -> ofWrapped(removal, values))
            .ifPresent(what -> found.put(removal, what));
      }
    }
    return found;
  }

  /** A method that removes by what is there as well, as by an old and a new key. */
  private static boolean isMadeUpFor(Map<Use, String> misses, List<Use> removals) {
    return removals.stream()
        .filter(removal -> !misses.containsKey(removal))
        .anyMatch(
            right ->
                misses.keySet().stream()
                    .anyMatch(miss -> miss.site().method().equals(right.site().method())));
  }

  private Optional<String> ofOtherType(Set<String> added, Set<String> removed) {
    boolean never =
        !added.contains("")
            && !removed.contains("")
            && added.stream().allMatch(a -> removed.stream().allMatch(r -> isUnequal(a, r)));
    return never
        ? Optional.of(
            "is filled under `"
                + box(added)
                + "`, but `"
                + METHOD
                + "()` takes out a `"
                + box(removed)
                + "`, which equals none of them")
        : Optional.empty();
  }

  /** Takes out by what the map holds, though not one key is of that type. */
  private Optional<String> ofValue(List<Use> adds, Set<String> keys, Set<String> removed) {
    Set<String> values = new HashSet<>();
    adds.forEach(add -> last(add).forEach(value -> values.add(known(Added.type(value)))));
    boolean value =
        adds.stream().allMatch(add -> add.call().arguments().size() == 2)
            && !removed.isEmpty()
            && removed.stream().allMatch(type -> isOwnClass(type) && values.contains(type))
            && keys.stream().noneMatch(key -> key.isEmpty() || areRelated(key, removed));
    return value
        ? Optional.of(
            "is filled under `"
                + box(keys)
                + "`, but `"
                + METHOD
                + "()` takes out a `"
                + box(removed)
                + "`, which is what it holds under them")
        : Optional.empty();
  }

  private boolean isOwnClass(String type) {
    return code.owns(type) && isClass(type);
  }

  private boolean areRelated(String key, Set<String> removed) {
    return removed.stream()
        .anyMatch(
            type ->
                code.world().types().isSubtype(type, key)
                    || code.world().types().isSubtype(key, type)
                    || code.world().program().directSubtypes(type).stream()
                        .anyMatch(below -> code.world().types().isSubtype(below, key)));
  }

  private Set<Origin> last(Use use) {
    List<Integer> arguments = use.call().arguments();
    return code.body(use.site().method())
        .map(body -> origins.of(body, use.site().node(), arguments.get(arguments.size() - 1)))
        .orElse(Set.of());
  }

  private static String box(Set<String> types) {
    String type = types.iterator().next();
    return Names.simple(BOXES.getOrDefault(type, type));
  }

  /** Takes out an object that was made for the purpose and equals no other. */
  private Optional<String> ofNew(Use removal, Set<Origin> added, boolean sorted) {
    Set<Origin> taken = first(removal);
    return taken.size() == 1
        ? unique
            .of(taken.iterator().next(), removal.site().node(), added, sorted)
            .map(
                what ->
                    "keeps its entries: `"
                        + METHOD
                        + "()` takes out "
                        + what
                        + ", which equals none")
        : Optional.empty();
  }

  private Optional<String> ofWrapped(Use removal, Set<Origin> added) {
    return wrappers
        .of(removal, added)
        .map(
            what ->
                "keeps its entries: `" + METHOD + "()` takes out " + what + ", which equals none");
  }

  /** Whether the entries are found by their order, which is their own. */
  private boolean isSorted(List<Use> uses) {
    return SORTED.matcher(capacities.ofField(uses).type()).matches();
  }

  private Set<Origin> first(Use use) {
    return code.body(use.site().method())
        .map(body -> origins.of(body, use.site().node(), use.call().arguments().get(0)))
        .orElse(Set.of());
  }

  /** Whether one element or key is added, and comes first: not after its index. */
  private static boolean isOfOne(Use use) {
    MethodRef callee = use.call().callee();
    return !use.call().arguments().isEmpty()
        && !callee.name().endsWith("All")
        && !(callee.parameters() != null && callee.parameters().get(0).equals("int"))
        && use.reach() == Use.Reach.ITSELF;
  }

  /** Elsewhere a pair or the like may have handed out another collection than this one. */
  private static boolean isNear(Use removal, TypeFacts owner) {
    String method = removal.site().method().owner();
    return Code.nestOf(method).equals(Code.nestOf(owner.name()));
  }

  /** The removal takes an object of any type, so no compiler complains; not an index. */
  private boolean any(Use removal) {
    List<String> types = removal.call().callee().parameters();
    return types != null && types.equals(List.of("java.lang.Object"));
  }

  /** Types of the first arguments; an empty text among them where one is not known. */
  private Set<String> types(List<Use> uses) {
    Set<String> found = new LinkedHashSet<>();
    for (Use use : uses) {
      Optional<String> boxed = code.body(use.site().method()).flatMap(body -> boxed(body, use));
      if (boxed.isPresent()) {
        found.add(boxed.get());
      } else if (first(use).isEmpty()) {
        found.add("");
      } else {
        first(use).forEach(origin -> found.add(known(Added.type(origin))));
      }
    }
    return found;
  }

  /** The box that the compiler put a number into: what it was before may have been widened. */
  private static Optional<String> boxed(Body body, Use use) {
    int register = use.call().arguments().get(0);
    return body.flow().definitions().reaching(use.site().node(), register).stream()
        .filter(node -> node >= 0)
        .map(body::step)
        .filter(WrongKeys::boxes)
        .map(step -> ((Step.Call) step).callee().owner())
        .findFirst();
  }

  private static boolean boxes(Step step) {
    return step instanceof Step.Call call
        && call.callee().name().equals("valueOf")
        && call.kind() == Step.CallKind.STATIC
        && BOXES.containsValue(call.callee().owner());
  }

  private String known(String type) {
    boolean open = type.equals("java.lang.Object") || type.indexOf('.') < 0 || type.endsWith("]");
    return BOXES.containsKey(type) || !open && code.world().types().isComplete(type) ? type : "";
  }

  /** Whether no object can be of both types, nor of types that may well compare as equal. */
  private boolean isUnequal(String one, String other) {
    if (BOXES.containsKey(one) || BOXES.containsKey(other)) {
      return isNoNumber(one) || isNoNumber(other);
    }
    return !one.equals(other)
        && (isFinal(one) || isFinal(other) || isClass(one) && isClass(other))
        && code.world().types().supertypes(one).stream()
            .filter(type -> !COMMON.contains(type))
            .noneMatch(type -> code.world().types().isSubtype(other, type));
  }

  /** Source alone does not say how a plain number is boxed: it may be widened before. */
  private boolean isNoNumber(String type) {
    return !BOXES.containsKey(type) && !BOXES.containsValue(type) && isClass(type);
  }

  private boolean isFinal(String type) {
    return code.world()
        .program()
        .type(type)
        .filter(t -> Access.has(t.access(), Access.FINAL))
        .isPresent();
  }

  private boolean isClass(String type) {
    return code.world().program().type(type).filter(t -> !t.isInterface()).isPresent();
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Map<Use, String> misses, boolean all) {
    Use removal = misses.keySet().iterator().next();
    String name =
        code.body(removal.site().method()).map(b -> b.flow().source().name()).orElse("remove");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` "
            + misses.get(removal).replace(METHOD, name);
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "its entries stay");
    return new Draft(
        "remove-method-never-removes",
        all ? Confidence.HIGH : Confidence.MEDIUM,
        removal.site(),
        message,
        "Remove by what the entry was added under",
        List.of(declared));
  }
}
