package io.github.leakcheck.check.growth.failures;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Reaches;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds what stays when it could not even begin: a connection is put into a map and then opened, it
 * is told that this failed, and takes itself out only where it has ended.
 */
public final class Refusals {
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)(on|handle)?(connect|open|start|send|write|bind|login|register|subscribe|handshake)"
              + "(ion|ing|attempt)?(fail|failed|failure|error|refused|rejected|denied)");

  /** Tried once more, or ended in a way of which others may be told. */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?i).*(retry|again|reconnect|schedule|submit|close|disconnect|stop|remove|cancel|destroy"
              + "|release|dispose|delete|unregister|shutdown|terminate|abort|fallback).*");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final OneByOne oneByOne;
  private final Reaches reaches;
  private final Shared shared;
  private final Wording wording;

  private Refusals(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.oneByOne = new OneByOne(code);
    this.reaches = new Reaches(code);
    this.shared = Shared.of(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static Refusals of(World world) {
    return world.once(Refusals.class, Refusals::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    if (oneByOne.of(uses).isEmpty()) {
      return Optional.empty();
    }
    List<Use> removals = uses.stream().filter(Use::removes).toList();
    return uses.stream()
        .filter(use -> use.adds() && use.reach() == Use.Reach.ITSELF)
        .flatMap(use -> begun(use).flatMap(type -> draft(owner, field, use, type, removals)))
        .findFirst();
  }

  /** The class of what is added, if the same method then hands it over to be begun. */
  private Stream<String> begun(Use add) {
    Body body = code.body(add.site().method()).orElse(null);
    List<Integer> given = add.call().arguments();
    if (body == null || given.isEmpty()) {
      return Stream.empty();
    }
    int node = add.site().node();
    Set<Origin> added = origins.of(body, node, given.get(given.size() - 1));
    return added.stream()
        .filter(Origin.Fresh.class::isInstance)
        .filter(made -> body.nodes().stream().anyMatch(n -> handsOver(body, n, node, made)))
        .map(Added::type)
        .filter(code::owns);
  }

  private boolean handsOver(Body body, Node node, int add, Origin made) {
    return node.id() > add
        && node.step() instanceof Step.Call call
        && call.arguments().stream()
            .anyMatch(argument -> origins.of(body, node.id(), argument).contains(made));
  }

  private Stream<Draft> draft(
      TypeFacts owner, FieldFacts field, Use add, String type, List<Use> removals) {
    return code.world().types().supertypes(type).stream()
        .filter(code::owns)
        .flatMap(holder -> code.bodies(holder).stream())
        .filter(body -> !body.flow().isLambdaBody() && !body.flow().isStatic())
        .filter(body -> REFUSED.matcher(body.flow().source().name()).matches())
        .filter(this::isTold)
        .filter(body -> !reaches.any(body.method(), removals) && isOver(body))
        .map(body -> draft(owner, field, add, body));
  }

  /** Whether an interface has the method: somebody else runs it. */
  private boolean isTold(Body body) {
    return code.world().types().supertypes(body.method().owner()).stream()
        .filter(type -> !type.equals(body.method().owner()))
        .flatMap(type -> code.world().program().type(type).stream())
        .anyMatch(type -> type.isInterface() && type.method(body.method()).isPresent());
  }

  /** Whether all it does, and what it calls for that, is to tell of it. */
  private boolean isOver(Body body) {
    return calls(body)
        .flatMap(
            call ->
                Stream.concat(Stream.of(call), code.target(call).stream().flatMap(Refusals::calls)))
        .noneMatch(call -> GOES_ON.matcher(call.callee().name()).matches());
  }

  private static Stream<Step.Call> calls(Body body) {
    return body.nodes().stream()
        .map(Node::step)
        .filter(Step.Call.class::isInstance)
        .map(Step.Call.class::cast);
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, Body refused) {
    String name = "`" + refused.flow().source().name() + "()`";
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps what is added here when "
            + name
            + " tells that it could not begin: nothing then takes it out";
    return wording.leftBehind(
        owner,
        field,
        add.site(),
        refused,
        "objects",
        message,
        "Take it out in " + name + " as well");
  }
}
