package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Kept.Kind;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.StepUses;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds out what a registration keeps alive. */
final class Keeps {
  /** Longer chains of builder calls are cut off; in a loop they have no end. */
  private static final int CHAIN = 8;

  private final World world;
  private final Origins origins;

  Keeps(Code code) {
    this.world = code.world();
    this.origins = Origins.of(code);
  }

  /** What the arguments of the registration keep. */
  Kept of(Registration registration) {
    List<Integer> arguments = registration.call().arguments();
    OptionalInt position = registration.line().argument();
    Kept most = new Kept(Kind.HARMLESS, "", false);
    for (int i = 0; i < arguments.size(); i++) {
      if (position.isEmpty() || position.getAsInt() == i) {
        Kept kept = of(registration.body(), registration.node(), arguments.get(i));
        most = kept.kind().ordinal() > most.kind().ordinal() ? kept : most;
      }
    }
    Kept built =
        registration.isBuilt()
            ? builder(
                registration.body(), registration.node(), registration.call().receiver(), CHAIN)
            : most;
    return built.kind().ordinal() > most.kind().ordinal() ? built : most;
  }

  /** What a builder was told, call by call. */
  private Kept builder(Body body, int node, int register, int depth) {
    Kept most = new Kept(Kind.HARMLESS, "", false);
    for (Origin origin : origins.of(body, node, register)) {
      if (depth > 0 && origin instanceof Origin.Result result) {
        List<Kept> told = new ArrayList<>();
        Step.Call call = result.call();
        call.arguments().forEach(argument -> told.add(of(result.body(), result.node(), argument)));
        told.add(builder(result.body(), result.node(), call.receiver(), depth - 1));
        for (Kept kept : told) {
          most = kept.kind().ordinal() > most.kind().ordinal() ? kept : most;
        }
      }
    }
    return most;
  }

  private Kept of(Body body, int node, int register) {
    Kept most = new Kept(Kind.HARMLESS, "", false);
    for (Origin origin : origins.of(body, node, register)) {
      Kept kept = of(body, origin);
      most = kept.kind().ordinal() > most.kind().ordinal() ? kept : most;
    }
    return most;
  }

  private Kept of(Body body, Origin origin) {
    if (origin instanceof Origin.OfParameter parameter && parameter.isThis()) {
      return new Kept(Kind.THIS, "this object", false);
    } else if (origin instanceof Origin.Function function) {
      boolean holds = holdsThis(function.body(), function.node(), function.lambda().captured());
      String what = function.lambda().reference() ? "method reference" : "lambda";
      boolean nameless = !isUsedElsewhere(function.body(), origin, function.lambda().result());
      return new Kept(holds ? Kind.THIS : Kind.ALONE, "a " + what, nameless);
    } else if (origin instanceof Origin.Fresh fresh) {
      return fresh(fresh);
    } else if (origin instanceof Origin.OfField field) {
      return field(field);
    }
    return new Kept(Kind.HARMLESS, "", false);
  }

  private Kept field(Origin.OfField field) {
    String type = field.field().type();
    boolean runs = world.types().isSubtype(type, "java.lang.Runnable");
    boolean data = type.startsWith("java.lang.") && !runs || type.indexOf('.') < 0;
    Kind held = field.field().isStatic() ? Kind.ALONE : Kind.THIS;
    return new Kept(data ? Kind.HARMLESS : held, "`" + field.field().name() + "`", false);
  }

  private Kept fresh(Origin.Fresh fresh) {
    if (isWeak(fresh.type())
        || fresh.type().startsWith("java.lang.") && !fresh.type().equals("java.lang.Thread")) {
      return new Kept(Kind.HARMLESS, "", false);
    }
    boolean holds =
        origins
            .constructor(fresh)
            .map(
                node ->
                    holdsThis(
                        fresh.body(), node, ((Step.Call) fresh.body().step(node)).arguments()))
            .orElse(false);
    String text =
        Names.isAnonymous(fresh.type())
            ? "an anonymous object"
            : "a new `" + Names.simple(fresh.type()) + "`";
    return new Kept(holds ? Kind.THIS : Kind.ALONE, text, !isStored(fresh));
  }

  private boolean isStored(Origin.Fresh fresh) {
    return fresh.body().nodes().stream()
        .anyMatch(
            other ->
                other.step() instanceof Step.StoreField store
                    && origins.of(fresh.body(), other.id(), store.value()).contains(fresh));
  }

  private boolean isWeak(String type) {
    return Names.simple(type).contains("Weak")
        || world.types().isSubtype(type, "java.lang.ref.Reference");
  }

  /** Whether one of the registers holds the object whose method this is, or a function over it. */
  private boolean holdsThis(Body body, int node, List<Integer> registers) {
    for (int register : registers) {
      for (Origin origin : origins.of(body, node, register)) {
        if (origin instanceof Origin.OfParameter parameter && parameter.isThis()) {
          return true;
        }
        if (origin instanceof Origin.Function inner
            && inner.body() == body
            && inner.node() != node
            && holdsThis(body, inner.node(), inner.lambda().captured())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the value goes anywhere but into one call. */
  private boolean isUsedElsewhere(Body body, Origin value, int register) {
    int uses = 0;
    for (Node other : body.nodes()) {
      boolean moves = other.step() instanceof Step.Copy || other.step() instanceof Step.Cast;
      for (int used : moves ? List.<Integer>of() : StepUses.used(other.step())) {
        if (origins.of(body, other.id(), used).contains(value)) {
          uses++;
        }
      }
    }
    return uses > 1;
  }
}
