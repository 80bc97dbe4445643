package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Bindings;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds values that threads inherit, where the code that works with them hands tasks to a pool: the
 * threads that the pool starts meanwhile keep the value that was set by then, whoever removes it.
 */
final class InheritedValues {
  private static final String TYPE = "java.lang.InheritableThreadLocal";
  private static final Pattern SUBMITS =
      Pattern.compile("(execute|submit|schedule|invokeAll|invokeAny)([A-Z]\\w*)?");

  private final World world;
  private final Code code;
  private final Origins origins;

  InheritedValues(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The first task that takes the value along, empty if there is none. */
  Optional<Remain> of(ThreadUses uses, Bindings bindings) {
    Optional<Use> set = uses.calls("set").filter(use -> isObject(bindings, use)).findFirst();
    if (set.isEmpty() || !isInherited(uses)) {
      return Optional.empty();
    }
    for (MethodRef method : working(uses)) {
      Optional<Body> body = code.body(method);
      Optional<Node> task = body.flatMap(this::task);
      if (task.isPresent()) {
        return Optional.of(remain(uses, set.get(), body.get(), task.get()));
      }
    }
    return Optional.empty();
  }

  private static boolean isObject(Bindings bindings, Use set) {
    return bindings.binds(set.site().method()).contains(set.site().node());
  }

  private boolean isInherited(ThreadUses uses) {
    return isInheritable(uses.field().type())
        || code.stores(new FieldKey(uses.owner().name(), uses.field().name())).stream()
            .flatMap(site -> origins.stored(site).stream())
            .anyMatch(o -> o instanceof Origin.Fresh fresh && isInheritable(fresh.type()));
  }

  /** Libraries that carry values over to pools take them back as well. */
  private boolean isInheritable(String type) {
    return world.types().isSubtype(type, TYPE) && !type.contains("Transmittable");
  }

  /** Methods that ask for the value or set it, and those that call them. */
  private Set<MethodRef> working(ThreadUses uses) {
    Set<MethodRef> found = new HashSet<>();
    uses.all().stream()
        .filter(use -> use.kind() == Use.Kind.CALLED)
        .map(Use::site)
        .forEach(
            site -> {
              found.add(site.method());
              code.callers(site.method()).stream().map(Site::method).forEach(found::add);
            });
    return found;
  }

  private Optional<Node> task(Body body) {
    return body.nodes().stream()
        .filter(
            node ->
                node.step() instanceof Step.Call call
                    && SUBMITS.matcher(call.callee().name()).matches()
                    && world
                        .types()
                        .isSubtype(call.callee().owner(), "java.util.concurrent.Executor"))
        .findFirst();
  }

  private Remain remain(ThreadUses uses, Use set, Body body, Node task) {
    String message =
        "Threads that a pool starts while "
            + uses.name()
            + " has a value inherit it and keep it, though the thread that set it may remove its own";
    String help = "Use a plain `ThreadLocal`, and give tasks what they need";
    return new Remain(set.site(), Confidence.MEDIUM, message, help, body, task.id());
  }
}
