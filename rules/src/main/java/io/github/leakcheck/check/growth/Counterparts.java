package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the collection that only one of two methods knows: {@code export(name)} files something
 * under the name, {@code unexport(name)} undoes the rest and leaves the entry.
 */
public final class Counterparts {
  private static final Pattern UNDOES =
      Pattern.compile(
          "(remove|unregister|deregister|unsubscribe|close|stop|cancel|dispose|destroy|shutdown"
              + "|delete|release|unbind|detach|disconnect|unexport|undeploy|fire|notify)"
              + "(\\p{Upper}.*)?");

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final Growths growths;
  private final Unreleased unreleased;
  private final Leads leads;
  private final Shared shared;
  private final Wording wording;

  private Counterparts(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.growths = new Growths(code);
    this.unreleased = new Unreleased(code);
    this.leads = new Leads(code);
    this.shared = new Shared(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static Counterparts of(World world) {
    return world.once(Counterparts.class, Counterparts::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0 || shared.isBrief(owner)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    return uses.stream().noneMatch(Use::adds) || !unreleased.is(key, uses)
        ? Optional.empty()
        : growths.of(uses, key, Access.has(field.access(), Access.STATIC)).stream()
            .filter(growth -> growth.key().domain().compareTo(Domain.UNKNOWN) >= 0)
            .flatMap(growth -> draft(owner, field, growth, uses).stream())
            .findFirst();
  }

  private Optional<Draft> draft(TypeFacts owner, FieldFacts field, Growth growth, List<Use> uses) {
    Optional<Body> begin = code.body(growth.use().site().method());
    if (begin.isEmpty() || begin.get().flow().isLambdaBody()) {
      return Optional.empty();
    }
    Optional<String> told = told(begin.get(), growth.use());
    Set<String> names = Opposites.of(begin.get().flow().source().name());
    return told.isEmpty() || names.isEmpty()
        ? Optional.empty()
        : code.bodies(owner.name()).stream()
            .filter(body -> !body.flow().isLambdaBody())
            .filter(body -> names.contains(Opposites.plain(body.flow().source().name())))
            .filter(body -> takes(body, told.get()) && undoes(body) && !leads.toAny(body, uses))
            .findFirst()
            .map(end -> draft(owner, field, growth, begin.get(), end));
  }

  /** The type of the parameter that the entry is filed under, or that is the entry. */
  private Optional<String> told(Body body, Use added) {
    return added.call().arguments().stream()
        .limit(1)
        .flatMap(argument -> origins.of(body, added.site().node(), argument).stream())
        .flatMap(origin -> told(body, origin).stream())
        .findFirst();
  }

  private Optional<String> told(Body body, Origin origin) {
    if (origin instanceof Origin.OfParameter parameter) {
      return parameter.isThis() || parameter.body() != body
          ? Optional.empty()
          : Optional.of(Added.type(origin));
    }
    return origin instanceof Origin.Result result
            && result.body() == body
            && result.call().receiver() != Step.NONE
        ? origins.of(body, result.node(), result.call().receiver()).stream()
            .filter(Origin.OfParameter.class::isInstance)
            .flatMap(of -> told(body, of).stream())
            .findFirst()
        : Optional.empty();
  }

  private static boolean takes(Body end, String type) {
    List<String> parameters = end.method().parameters();
    return parameters != null && parameters.contains(type) && !type.equals("int");
  }

  /** Whether the method lets something go, and is no stub. */
  private boolean undoes(Body end) {
    return end.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && (effects.of(call.callee()).kind() == Effect.Kind.REMOVES
                        || UNDOES.matcher(call.callee().name()).matches()));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Growth growth, Body begin, Body end) {
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps what `"
            + begin.flow().source().name()
            + "()` adds: `"
            + end.flow().source().name()
            + "()` does not take it out";
    return wording.leftBehind(
        owner,
        field,
        growth.use().site(),
        end,
        "entries",
        message,
        "Take the entry out of `" + field.name() + "` in `" + end.flow().source().name() + "()`");
  }
}
