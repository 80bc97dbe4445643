package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;

/** Says what is registered with whom and who should take it back. */
public final class UndoWording {
  private final Places places;

  public UndoWording(Code code) {
    this.places = new Places(code.world());
  }

  /** The finding of a registration, of the rule in whose folder its line stands. */
  public Draft draft(Lasting lasting) {
    Registration made = lasting.registration();
    Signature undo = made.line().undo().orElseThrow();
    String call = "`" + Names.simple(undo.owner()) + "." + undo.name() + "()`";
    return new Draft(
        made.line().rule(),
        lasting.confidence(),
        made.body().site(made.node()),
        message(lasting, call),
        help(lasting, call),
        path(lasting, call));
  }

  private static String message(Lasting lasting, String call) {
    return "`"
        + lasting.registration().call().callee().name()
        + "()` gives "
        + lasting.kept().text()
        + " to "
        + lasting.source().text()
        + (lasting.fault() == Fault.ONE_WAY ? ", which " : ", and ")
        + end(lasting, call);
  }

  private static String end(Lasting lasting, String call) {
    String in = "`" + lasting.registration().body().flow().source().name() + "()`";
    return switch (lasting.fault()) {
      case OTHER_OBJECT ->
          call + " is given another object: each lambda or method reference is one of its own";
      case ONLY_AT_END -> "does so for every event, but only the end of the owner undoes it";
      case WRONG_CALL -> in + " should rather call " + call;
      case ON_FAILURE -> call + " is not reached when the work throws, for want of a finally block";
      case OVERRIDDEN ->
          lasting.ending().map(UndoWording::named).orElse("a subclass")
              + " overrides the method that calls "
              + call
              + ", and does not call it";
      case ONE_WAY -> "has no method that would take it back";
      case ONLY_OTHERS -> call + " is called for others only";
      case NEVER, NOT_AT_END ->
          lasting
              .ending()
              .map(body -> "`" + body.flow().source().name() + "()` does not call " + call)
              .orElse("nothing calls " + call);
    };
  }

  private static String named(Body body) {
    return "`"
        + Names.simple(body.flow().source().className())
        + "."
        + body.flow().source().name()
        + "()`";
  }

  private static String help(Lasting lasting, String call) {
    if (lasting.fault() == Fault.OVERRIDDEN) {
      String end = lasting.ending().map(body -> body.flow().source().name()).orElse("close");
      return "Call `super." + end + "()` there, at best in a finally block";
    }
    if (lasting.fault() == Fault.ONE_WAY) {
      return "Give the source a method that takes it back, or have it hold listeners weakly";
    }
    if (lasting.fault() == Fault.ON_FAILURE) {
      return "Take it back in a finally block";
    }
    String keep = lasting.kept().nameless() ? "Keep it in a field and call " : "Call ";
    String where =
        lasting
            .ending()
            .map(body -> " in `" + body.flow().source().name() + "()`")
            .orElse(" when the owner is done with it");
    return keep + call + where;
  }

  private List<PathStep> path(Lasting lasting, String call) {
    Registration made = lasting.registration();
    List<PathStep> path = new ArrayList<>();
    path.add(
        new PathStep(
            PathStep.Kind.ACQUIRED, places.of(made.body(), made.node()), "registered here"));
    lasting
        .repeats()
        .forEach(
            site ->
                places
                    .station(PathStep.Kind.CALL, site, repeat(lasting.fault()))
                    .ifPresent(path::add));
    lasting.ending().ifPresent(body -> path.add(ending(body, call)));
    return path;
  }

  private static String repeat(Fault fault) {
    return fault == Fault.ON_FAILURE ? "may throw" : "for every event";
  }

  private PathStep ending(Body body, String call) {
    return new PathStep(PathStep.Kind.EXIT, places.of(body, 0), "does not call " + call);
  }
}
