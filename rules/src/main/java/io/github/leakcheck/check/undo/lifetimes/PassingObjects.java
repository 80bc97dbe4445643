package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Set;

/** Tells registrations of what comes and goes, though who makes them stays. */
public final class PassingObjects {
  private final Code code;
  private final Origins origins;
  private final Lifecycle lifecycle;

  public PassingObjects(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.lifecycle = Lifecycle.of(code);
  }

  /** Whether the method makes what it registers for its callers, who can end it. */
  public boolean isForCallers(Registration made) {
    Body body = made.body();
    int position = made.line().argument().orElse(0);
    if (made.isBuilt() || position >= made.call().arguments().size()) {
      return false;
    }
    Set<Origin> given = origins.of(body, made.node(), made.call().arguments().get(position));
    return !given.isEmpty()
        && given.stream()
            .allMatch(
                o ->
                    o instanceof Origin.Fresh fresh
                        && code.owns(fresh.type())
                        && lifecycle.ending(fresh.type()).isPresent())
        && body.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Return back
                        && origins.of(body, node.id(), back.value()).equals(given));
  }

  /** Whether the handle is kept in a collection, from which others take it and drop it. */
  public boolean isHandleDropped(Registration made) {
    return made.call().result() != Step.NONE
        && made.body().nodes().stream().anyMatch(node -> isKeptToDrop(made, node));
  }

  private boolean isKeptToDrop(Registration made, Node node) {
    Body body = made.body();
    return node.step() instanceof Step.Call call
        && call.receiver() != Step.NONE
        && origins
            .ofArguments(body, node.id(), call)
            .anyMatch(o -> o instanceof Origin.Result r && r.call().equals(made.call()))
        && origins.of(body, node.id(), call.receiver()).stream()
            .anyMatch(o -> o instanceof Origin.OfField field && losesUnseen(field));
  }

  private boolean losesUnseen(Origin.OfField field) {
    return FieldUses.of(code.world()).of(code.key(field.field())).stream()
        .anyMatch(
            use ->
                use.removes()
                    && use.reach() == Use.Reach.ITSELF
                    && use.is(Effect.Kind.REMOVES)
                    && use.call().result() == Step.NONE
                    && !use.call().arguments().isEmpty());
  }
}
