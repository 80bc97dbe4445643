package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.KeyNames;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the collection that is forgotten: a method takes a key out of several collections of the
 * object, but not out of this one, which takes in the same keys.
 */
public final class Siblings {
  private static final Pattern RELEASES =
      Pattern.compile(
          "(remove|unregister|deregister|delete|evict|discard|drop|forget|unsubscribe)(\\p{Upper}.*)?");

  /** Elsewhere in a name: {@code onSessionRemoved()}, {@code stopUnregisteredDevices()}. */
  private static final Pattern TOLD =
      Pattern.compile(
          ".*(Remove|Unregister|Deregister|Delete|Evict|Discard|Drop|Unsubscribe)(d|ed|ped)?(\\p{Upper}.*)?");

  private static final int ENOUGH = 2;

  /** How many calls up a removal still goes along with one further down. */
  private static final int CALLERS = 2;

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Wording wording;
  private final Capacities capacities;

  private Siblings(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.wording = new Wording(code);
    this.capacities = new Capacities(code);
  }

  /** The judge of this analysis. */
  public static Siblings of(World world) {
    return world.once(Siblings.class, Siblings::new);
  }

  /** What callers call the key, and its type: the same in both methods if they mean the same. */
  private record Named(String name, String type) {}

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0 || Access.has(field.access(), Access.STATIC)) {
      return Optional.empty();
    }
    List<Use> uses = uses(owner, field);
    if (uses.stream().filter(Use::removes).anyMatch(this::isRelease)
        || capacities.ofField(uses).kind().compareTo(Capacity.Kind.FIXED) <= 0) {
      return Optional.empty();
    }
    boolean never = uses.stream().filter(Use::removes).allMatch(this::isAtEnd);
    return uses.stream()
        .filter(Use::adds)
        .flatMap(
            add ->
                key(add).stream().flatMap(name -> draft(owner, field, add, name, never).stream()))
        .findFirst();
  }

  /** Anything but a removal of what callers name, in a method of another purpose. */
  private boolean isRelease(Use removal) {
    return !isAtEnd(removal) && isReleaseBefore(removal);
  }

  private boolean isAtEnd(Use removal) {
    return (removal.call() == null || removal.call().arguments().isEmpty())
        && code.body(removal.site().method()).filter(b -> Lifecycle.ends(b.flow())).isPresent();
  }

  private boolean isReleaseBefore(Use removal) {
    return RELEASES.matcher(removal.site().method().name()).matches()
        || removal.call() == null
        || removal.call().arguments().isEmpty()
        || given(removal).isEmpty();
  }

  /** The key, if the method is given it, or what it belongs to. */
  private Optional<Named> given(Use use) {
    return key(use, false);
  }

  /** The key, if it is given or its getter says of what it is. */
  private Optional<Named> key(Use use) {
    return key(use, true);
  }

  /** The parameter that the call is given as key or element, or what its getter tells. */
  private Optional<Named> key(Use use, boolean ofAny) {
    Optional<Body> body = code.body(use.site().method());
    if (body.isEmpty() || use.call() == null || use.call().arguments().isEmpty()) {
      return Optional.empty();
    }
    Set<Origin> found = origins.of(body.get(), use.site().node(), use.call().arguments().get(0));
    Origin only = found.size() == 1 ? found.iterator().next() : null;
    if (only instanceof Origin.Result told
        && told.body() == body.get()
        && told.call().arguments().isEmpty()
        && told.call().receiver() != Step.NONE) {
      MethodRef getter = told.call().callee();
      Set<Origin> holders = origins.of(body.get(), told.node(), told.call().receiver());
      return property(body.get(), getter.name(), getter.result(), holders, ofAny);
    }
    if (only instanceof Origin.OfField field && field.body() == body.get()) {
      Set<Origin> holders = origins.of(body.get(), field.node(), holder(field));
      String type = field.field().type();
      return property(body.get(), field.field().name(), type, holders, ofAny);
    }
    return only == null ? Optional.empty() : parameter(body.get(), found);
  }

  /** By its own name if that says of what it is, else together with the type of its holder. */
  private static Optional<Named> property(
      Body body, String name, String type, Set<Origin> holders, boolean ofAny) {
    String property = KeyNames.property(name);
    Optional<Named> holder = parameter(body, holders);
    boolean own = holders.stream().anyMatch(Origin::isThis);
    if (KeyNames.saysOfWhat(property)) {
      return !own && (ofAny || holder.isPresent())
          ? Optional.of(new Named(property, type))
          : Optional.empty();
    }
    return holder.map(of -> new Named(property + "()", of.type()));
  }

  /** The register of the object whose field it is, or whose getter was called. */
  private static int holder(Origin.OfField field) {
    Step step = field.body().step(field.node());
    return step instanceof Step.Call call
        ? call.receiver()
        : step instanceof Step.LoadField load ? load.object() : Step.NONE;
  }

  private static Optional<Named> parameter(Body body, Set<Origin> found) {
    return found.size() == 1
            && found.iterator().next() instanceof Origin.OfParameter parameter
            && !parameter.isThis()
            && parameter.body() == body
        ? named(parameter)
        : Optional.empty();
  }

  private static Optional<Named> named(Origin.OfParameter parameter) {
    MethodFlow flow = parameter.body().flow();
    int position = parameter.position();
    List<String> types = flow.method().parameters();
    List<String> names = flow.parameterNames();
    return types == null
            || position < 0
            || position >= types.size()
            || parameter.index() >= names.size()
            || names.get(parameter.index()) == null
        ? Optional.empty()
        : Optional.of(new Named(names.get(parameter.index()), types.get(position)));
  }

  private Optional<Draft> draft(
      TypeFacts owner, FieldFacts field, Use add, Named name, boolean never) {
    for (Body body : code.bodies(owner.name())) {
      List<FieldFacts> others =
          body.flow().isLambdaBody()
                  || body.method().equals(add.site().method())
                  || callersRemove(body.method(), uses(owner, field), CALLERS)
              ? List.of()
              : others(owner, field, body, name);
      boolean releases = isToldOfEnd(body.flow().source().name());
      boolean together =
          never && others.stream().anyMatch(other -> isFilledWith(owner, other, add, name));
      if (together || releases && others.size() >= ENOUGH) {
        List<String> names = others.stream().map(other -> "`" + other.name() + "`").toList();
        return Optional.of(draft(owner, field, add, body, names));
      }
    }
    return Optional.empty();
  }

  /** Whoever has the method run takes the key out of the collection as well. */
  private boolean callersRemove(MethodRef method, List<Use> uses, int depth) {
    return code.callers(method).stream()
        .map(Site::method)
        .anyMatch(
            caller ->
                uses.stream().anyMatch(use -> use.removes() && use.site().method().equals(caller))
                    || depth > 1 && callersRemove(caller, uses, depth - 1));
  }

  private static boolean isToldOfEnd(String method) {
    return RELEASES.matcher(method).matches() || TOLD.matcher(method).matches();
  }

  /** The other collections of the object that lose the key in the body. */
  private List<FieldFacts> others(TypeFacts owner, FieldFacts field, Body body, Named name) {
    return owner.fields().stream()
        .filter(other -> !other.name().equals(field.name()) && other.type().indexOf('.') > 0)
        .filter(
            other ->
                uses(owner, other).stream()
                    .filter(Use::removes)
                    .filter(use -> use.site().method().equals(body.method()))
                    .anyMatch(use -> key(use).filter(name::equals).isPresent()))
        .toList();
  }

  /** Whether the method that adds the key here adds it to the other collection as well. */
  private boolean isFilledWith(TypeFacts owner, FieldFacts other, Use add, Named name) {
    return uses(owner, other).stream()
        .filter(Use::adds)
        .filter(use -> use.site().method().equals(add.site().method()))
        .anyMatch(use -> key(use).filter(name::equals).isPresent());
  }

  private List<Use> uses(TypeFacts owner, FieldFacts field) {
    return fieldUses.of(new FieldKey(owner.name(), field.name()));
  }

  private Draft draft(
      TypeFacts owner, FieldFacts field, Use add, Body release, List<String> others) {
    String name = release.flow().source().name();
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps the key that `"
            + name
            + "()` takes out of "
            + String.join(" and ", others);
    return wording.leftBehind(
        owner,
        field,
        add.site(),
        release,
        "keys",
        message,
        "Remove the key from `" + field.name() + "` in `" + name + "()` as well");
  }
}
