package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges the delegates by which components are drawn: a component gets another one with each change
 * of the look and feel, as {@code ComponentUI} says, and what {@code installUI()} adds to it must
 * be taken off by {@code uninstallUI()}.
 */
public final class LookAndFeels {
  private static final String DELEGATE = "javax.swing.plaf.ComponentUI";
  private static final String COMPONENT = "java.awt.Component";
  private static final Pattern INSTALLS = Pattern.compile("install([A-Z].*)?");
  private static final Pattern REMOVES = Pattern.compile("remove([A-Z]\\w*)?Listener");
  private static final Pattern ADDS = Pattern.compile("add([A-Z]\\w*)?Listener");

  private final World world;
  private final Code code;
  private final Origins origins;

  public LookAndFeels(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
  }

  /** What the class adds to its component and never takes off. */
  public List<Draft> judge(TypeFacts type) {
    if (!world.types().isSubtype(type.name(), DELEGATE)) {
      return List.of();
    }
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (INSTALLS.matcher(body.method().name()).matches()
            && node.step() instanceof Step.Call call
            && ADDS.matcher(call.callee().name()).matches()
            && isComponent(body, node.id(), call)
            && call.arguments().stream().anyMatch(a -> isOwn(type, body, node.id(), a))
            && !isTakenOff(type, call)) {
          found.add(draft(body, node.id(), call));
        }
      }
    }
    return found;
  }

  /** The component that is drawn: given to the method, or kept in a field from when it was. */
  private boolean isComponent(Body body, int node, Step.Call call) {
    Set<Origin> found =
        call.receiver() == Step.NONE ? Set.of() : origins.of(body, node, call.receiver());
    return !found.isEmpty()
        && found.stream().allMatch(o -> isGiven(o) || o instanceof Origin.OfField f && isGiven(f));
  }

  private boolean isGiven(Origin origin) {
    return origin instanceof Origin.OfParameter p
        && !p.isThis()
        && p.body().method().name().equals("installUI");
  }

  private boolean isGiven(Origin.OfField field) {
    return !field.field().isStatic()
        && world.types().isSubtype(field.field().type(), COMPONENT)
        && code.stores(code.key(field.field())).stream()
            .flatMap(site -> origins.stored(site).stream())
            .allMatch(o -> isGiven(o) || o.isNull());
  }

  /** Made here, or the delegate itself, which the component is not to hold any longer. */
  private boolean isOwn(TypeFacts type, Body body, int node, int register) {
    return origins.of(body, node, register).stream()
        .anyMatch(
            o ->
                o instanceof Origin.Function
                    || o.isThis()
                    || o instanceof Origin.Fresh f
                        && Code.nestOf(f.type()).equals(Code.nestOf(type.name()))
                    || o instanceof Origin.OfField f
                        && !f.field().isStatic()
                        && undoes(type, body));
  }

  /** Whether the counterpart of the method takes other listeners off. */
  private boolean undoes(TypeFacts type, Body installs) {
    return code.bodies(type.name()).stream()
        .filter(body -> body.method().name().equals("un" + installs.method().name()))
        .flatMap(body -> body.nodes().stream())
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && REMOVES.matcher(call.callee().name()).matches());
  }

  private boolean isTakenOff(TypeFacts type, Step.Call add) {
    String undo = "remove" + add.callee().name().substring("add".length());
    return world.types().supertypes(type.name()).stream()
        .filter(code::owns)
        .flatMap(above -> code.within(above).stream())
        .flatMap(one -> code.bodies(one).stream())
        .flatMap(body -> body.nodes().stream())
        .anyMatch(
            node -> node.step() instanceof Step.Call call && call.callee().name().equals(undo));
  }

  private static Draft draft(Body body, int node, Step.Call call) {
    String message =
        "`"
            + call.callee().name()
            + "()` gives the component a listener of this `"
            + Names.simple(body.flow().source().className())
            + "`, which nothing takes off when the component gets another delegate";
    return new Draft(
        "listener-never-removed",
        Confidence.MEDIUM,
        body.site(node),
        message,
        "Keep the listener in a field, and remove it when the delegate is uninstalled",
        List.of());
  }
}
