package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what is made to serve one connection or request, and set to work in a thread: it is done
 * when that is, however long the server goes on.
 */
final class Workers {
  private static final Pattern BEGINS =
      Pattern.compile("execute|submit|runAsync|startVirtualThread");
  private static final Pattern COMES = Pattern.compile("accept|take|poll|receive|read\\w*");

  private final Code code;
  private final Origins origins;

  Workers(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** The class of what is in the register, if it is made for one thing that came, and begun. */
  Optional<String> of(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    return found.size() == 1
            && found.iterator().next() instanceof Origin.Fresh worker
            && worker.body() == body
            && isForOne(body, worker)
            && body.nodes().stream().anyMatch(n -> begins(body, n, worker))
        ? Optional.of("`" + Names.simple(worker.type()) + "`")
        : Optional.empty();
  }

  /** Whether its constructor is given what has just come, or what the method was given. */
  private boolean isForOne(Body body, Origin.Fresh worker) {
    return origins.constructor(worker).stream()
        .flatMap(at -> ((Step.Call) body.step(at)).arguments().stream().map(a -> new int[] {at, a}))
        .flatMap(argument -> origins.of(body, argument[0], argument[1]).stream())
        .anyMatch(this::isOne);
  }

  private boolean isOne(Origin given) {
    return given instanceof Origin.OfParameter parameter
            && !parameter.isThis()
            && Added.type(parameter).indexOf('.') > 0
        || given instanceof Origin.Result result
            && COMES.matcher(result.call().callee().name()).matches();
  }

  /** {@code worker.start()}, {@code new Thread(worker)} or {@code pool.execute(worker)}. */
  private boolean begins(Body body, Node node, Origin.Fresh worker) {
    if (!(node.step() instanceof Step.Call call)) {
      return false;
    }
    String name = call.callee().name();
    boolean itself =
        name.equals("start") && origins.of(body, node.id(), call.receiver()).contains(worker);
    boolean thread =
        call.kind() == Step.CallKind.CONSTRUCTOR
            && code.world().types().isSubtype(call.callee().owner(), "java.lang.Thread");
    return itself
        || (thread || BEGINS.matcher(name).matches())
            && call.arguments().stream()
                .anyMatch(given -> origins.of(body, node.id(), given).contains(worker));
  }
}
