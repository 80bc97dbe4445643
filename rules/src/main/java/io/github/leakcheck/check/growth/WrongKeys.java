package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
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
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds removals that can never find their entry: {@code Map.remove} takes any object, also one of
 * a type that no key has.
 */
public final class WrongKeys {
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

  private WrongKeys(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.places = new Places(world);
    this.oneByOne = new OneByOne(code);
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
    boolean single = adds.stream().allMatch(WrongKeys::isOfOne);
    if (removals.isEmpty()
        || adds.isEmpty()
        || !single
        || !removals.stream().allMatch(use -> any(use) && isNear(use, owner))) {
      return Optional.empty();
    }
    Set<String> added = types(adds);
    Set<String> removed = types(removals);
    boolean never =
        !added.contains("")
            && !removed.contains("")
            && added.stream().allMatch(a -> removed.stream().allMatch(r -> isUnequal(a, r)));
    return never
        ? Optional.of(draft(owner, field, removals.get(0), added, removed))
        : Optional.empty();
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
      Optional<Body> body = code.body(use.site().method());
      if (body.isEmpty()) {
        found.add("");
      } else {
        for (Origin origin :
            origins.of(body.get(), use.site().node(), use.call().arguments().get(0))) {
          found.add(known(Added.type(origin)));
        }
      }
    }
    return found;
  }

  private String known(String type) {
    String boxed = BOXES.getOrDefault(type, type);
    boolean open =
        boxed.equals("java.lang.Object") || boxed.indexOf('.') < 0 || boxed.endsWith("]");
    return open || !code.world().types().isComplete(boxed) ? "" : boxed;
  }

  /** Whether no object can be of both types, nor of types that may well compare as equal. */
  private boolean isUnequal(String one, String other) {
    return !one.equals(other)
        && (isFinal(one) || isFinal(other) || isClass(one) && isClass(other))
        && code.world().types().supertypes(one).stream()
            .filter(type -> !COMMON.contains(type))
            .noneMatch(type -> code.world().types().isSubtype(other, type));
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

  private Draft draft(
      TypeFacts owner, FieldFacts field, Use removal, Set<String> added, Set<String> removed) {
    String name =
        code.body(removal.site().method()).map(b -> b.flow().source().name()).orElse("remove");
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` is filled under `"
            + Names.simple(added.iterator().next())
            + "`, but `"
            + name
            + "()` takes out a `"
            + Names.simple(removed.iterator().next())
            + "`, which equals none of them";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "its entries stay");
    return new Draft(
        "remove-method-never-removes",
        Confidence.HIGH,
        removal.site(),
        message,
        "Remove by what the entry was added under",
        List.of(declared));
  }
}
