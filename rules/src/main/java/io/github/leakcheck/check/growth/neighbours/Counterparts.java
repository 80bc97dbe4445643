package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.Growth;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.KeyNames;
import io.github.leakcheck.check.growth.Leads;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.Unreleased;
import io.github.leakcheck.check.growth.Wording;
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
import io.github.leakcheck.facts.Node;
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
    this.shared = Shared.of(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static Counterparts of(World world) {
    return world.once(Counterparts.class, Counterparts::new);
  }

  /**
   * What the beginning is told: something of a type, and which key that tells if it is not the key
   * itself.
   */
  private record Told(String type, String property, String keyType) {}

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
    Optional<Told> told = told(begin.get(), growth.use());
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

  /** The parameter that the entry is filed under, or that is the entry. */
  private Optional<Told> told(Body body, Use added) {
    return added.call().arguments().stream()
        .limit(1)
        .flatMap(argument -> origins.of(body, added.site().node(), argument).stream())
        .flatMap(origin -> told(body, origin).stream())
        .findFirst();
  }

  private Optional<Told> told(Body body, Origin origin) {
    if (origin instanceof Origin.OfParameter parameter) {
      return parameter.isThis() || parameter.body() != body
          ? Optional.empty()
          : Optional.of(new Told(Added.type(origin), "", ""));
    }
    int node = node(origin);
    return origin.body() == body && holder(body, node) != Step.NONE
        ? origins.of(body, node, holder(body, node)).stream()
            .filter(Origin.OfParameter.class::isInstance)
            .flatMap(of -> told(body, of).stream())
            .map(of -> new Told(of.type(), property(origin), Added.type(origin)))
            .findFirst()
        : Optional.empty();
  }

  private static int node(Origin origin) {
    return origin instanceof Origin.Result result
        ? result.node()
        : origin instanceof Origin.OfField field ? field.node() : Step.NONE;
  }

  /** The register of what is asked for something of its own. */
  private static int holder(Body body, int node) {
    return node != Step.NONE && body.step(node) instanceof Step.Call call
        ? call.receiver()
        : Step.NONE;
  }

  private static String property(Origin asked) {
    return asked instanceof Origin.OfField field
        ? KeyNames.property(field.field().name())
        : asked instanceof Origin.Result result
            ? KeyNames.property(result.call().callee().name())
            : "";
  }

  /** Whether the method is given the same, or something else that tells the same key. */
  private boolean takes(Body end, Told told) {
    List<String> parameters = end.method().parameters();
    boolean same = parameters != null && parameters.contains(told.type());
    return same && !told.type().equals("int")
        || KeyNames.saysOfWhat(told.property())
            && end.nodes().stream().anyMatch(node -> asks(end, node, told));
  }

  private boolean asks(Body end, Node node, Told told) {
    return node.step() instanceof Step.Call call
        && call.arguments().isEmpty()
        && call.callee().result().equals(told.keyType())
        && KeyNames.property(call.callee().name()).equals(told.property())
        && origins.of(end, node.id(), call.receiver()).stream()
            .anyMatch(o -> o instanceof Origin.OfParameter p && !p.isThis() && p.body() == end);
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
