package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.ThreadLocalFields;
import io.github.leakcheck.check.undo.Undoings;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges calls that bind something to the current thread by a static method of a library. */
public final class ThreadContexts {
  private static final Pattern PASSES_ON = Pattern.compile("(set|put|bind|push|enter|init|add).*");

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Undoings undoings;

  public ThreadContexts(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.undoings = new Undoings(code);
  }

  /** What methods of the class bind to their thread and leave there. */
  public List<Draft> judge(TypeFacts type) {
    List<Draft> found = new ArrayList<>();
    for (Body body : code.bodies(type.name())) {
      for (Node node : body.nodes()) {
        if (node.step() instanceof Step.Call call) {
          line(call)
              .map(line -> new Registration(body, node.id(), call, line))
              .filter(this::isLeft)
              .map(this::draft)
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Api> line(Step.Call call) {
    return world
        .catalog()
        .match(Role.DOES, call.callee(), world.types())
        .filter(line -> line.key(Key.LIFETIME).filter("thread"::equals).isPresent())
        .filter(line -> !ThreadLocalFields.isThreadLocal(world, line.signature().owner()));
  }

  private boolean isLeft(Registration made) {
    Body body = made.body();
    return Starts.of(code).onlyAtStart(body.method()) == Starts.Answer.NO
        && !world.types().isSubtype(body.flow().source().className(), "java.lang.Thread")
        && value(made).stream().noneMatch(Origin::isNull)
        && !isRepeated(made)
        && undoings.near(body.method().owner(), made).isEmpty();
  }

  private Set<Origin> value(Registration made) {
    int position = made.line().argument().orElse(0);
    List<Integer> arguments = made.call().arguments();
    return position < arguments.size()
        ? origins.of(made.body(), made.node(), arguments.get(position))
        : Set.of();
  }

  /** A second call in the same method gives back what was there before. */
  private static boolean isRepeated(Registration made) {
    return made.body().nodes().stream()
        .anyMatch(
            node ->
                node.id() != made.node()
                    && node.step() instanceof Step.Call other
                    && other.callee().equals(made.call().callee())
                    && !other.arguments().equals(made.call().arguments()));
  }

  private Draft draft(Registration made) {
    Signature undo = made.line().undo().orElseThrow();
    String call = "`" + Names.simple(undo.owner()) + "." + undo.name() + "()`";
    String owner = Names.simple(made.call().callee().owner());
    return new Draft(
        made.line().rule(),
        confidence(made).and(made.line().confidence()),
        made.body().site(made.node()),
        "What `"
            + owner
            + "."
            + made.call().callee().name()
            + "()` binds to the thread stays there after the work is done, and nothing calls "
            + call,
        "Call " + call + " in a finally block",
        List.of());
  }

  /** Whoever passes on what it was given leaves the clearing to its caller. */
  private Confidence confidence(Registration made) {
    boolean passesOn =
        PASSES_ON.matcher(made.body().flow().source().name()).matches()
            && value(made).stream().anyMatch(Origin::isGiven);
    boolean unsure = undoings.far(made) || world.program().sight() == Sight.FILE;
    return passesOn || unsure ? Confidence.LOW : Confidence.MEDIUM;
  }
}
