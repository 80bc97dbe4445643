package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Events.End;
import io.github.leakcheck.check.close.Events.Open;
import io.github.leakcheck.check.close.PathState.Via;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.PathStep.Kind;
import io.github.leakcheck.model.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** The way from the acquisition to the exit, in words. */
final class Path {
  private static final int STEPS = 8;

  private final MethodFlow flow;
  private final Function<Node, Place> places;
  private final String variable;

  Path(MethodFlow flow, Function<Node, Place> places, String variable) {
    this.flow = flow;
    this.places = places;
    this.variable = variable;
  }

  /** A local class by its name alone; an anonymous one, which has none, behind its outer class. */
  static String simple(String type) {
    String nested = type.substring(type.lastIndexOf('.') + 1);
    String last = nested.substring(nested.lastIndexOf('$') + 1).replaceFirst("^[0-9]+", "");
    return last.isEmpty() ? nested : last;
  }

  /** What follows the name of the resource in the message. */
  String reason(Open open, Events events) {
    if (open.state().likelihood() != Likelihood.PLAIN) {
      String when =
          thrower(open) == null ? "an exception is thrown" : "`" + thrower(open) + "` throws";
      return events.discharged() ? "is not closed if " + when : "is never closed";
    }
    if (!events.closed) {
      return events.discharged() ? "is not closed on every path" : "is never closed";
    }
    return open.end() == End.THROW
        ? "is not closed when this method throws"
        : "is not closed on every path";
  }

  /** Name of the first call on the path that throws; null if there is none. */
  private String thrower(Open open) {
    for (PathState state : way(open)) {
      if (state.via() == Via.THROWN && state.parent() != null) {
        Step step = flow.node(state.parent().node()).step();
        if (step instanceof Step.Call call) {
          return call.callee().isConstructor()
              ? "new " + simple(call.callee().owner())
              : call.callee().name();
        }
      }
    }
    return null;
  }

  private static List<PathState> way(Open open) {
    return way(open.state());
  }

  /** The states up to this one, the first first. */
  static List<PathState> way(PathState end) {
    Deque<PathState> way = new ArrayDeque<>();
    for (PathState state = end; state != null; state = state.parent()) {
      way.addFirst(state);
    }
    return List.copyOf(way);
  }

  /** How many exceptions led to the state. */
  static long exceptions(PathState end) {
    return way(end).stream().filter(state -> state.via() == Via.THROWN).count();
  }

  /** Whether an exception led to the state. */
  static boolean throwsOn(PathState end) {
    boolean thrown = false;
    for (PathState state = end; state != null && !thrown; state = state.parent()) {
      thrown = state.via() == Via.THROWN;
    }
    return thrown;
  }

  /** Stations from the acquisition on; long ways keep their first and last ones. */
  List<PathStep> steps(Site site, Open open) {
    List<PathStep> steps = new ArrayList<>();
    steps.add(new PathStep(Kind.ACQUIRED, places.apply(site.node()), acquired(site)));
    steps.addAll(stations(open));
    addExit(steps, open);
    return shortened(steps);
  }

  /** Stations of the way without its start and end. */
  List<PathStep> stations(Open open) {
    List<PathStep> steps = new ArrayList<>();
    for (PathState state : way(open)) {
      PathStep step = step(state);
      if (step != null && (steps.isEmpty() || !isSameLine(steps.get(steps.size() - 1), step))) {
        steps.add(step);
      }
    }
    return shortened(steps);
  }

  private String acquired(Site site) {
    return (variable == null ? "the resource" : "`" + variable + "`") + " is opened here";
  }

  private PathStep step(PathState state) {
    if (state.parent() == null) {
      return null;
    }
    Node from = flow.node(state.parent().node());
    return switch (state.via()) {
      case THROWN -> new PathStep(Kind.THROWN, places.apply(from), thrown(from));
      case BRANCH_TRUE, BRANCH_FALSE ->
          new PathStep(Kind.BRANCH, places.apply(from), "this branch is taken");
      default -> null;
    };
  }

  private static String thrown(Node from) {
    if (from.step() instanceof Step.Call call) {
      String name =
          call.callee().isConstructor()
              ? "new " + simple(call.callee().owner())
              : call.callee().name();
      return "if `" + name + "` throws";
    }
    return "throws";
  }

  private static boolean isSameLine(PathStep last, PathStep next) {
    return last.kind() == next.kind() && last.place().span().equals(next.place().span());
  }

  private void addExit(List<PathStep> steps, Open open) {
    PathState last =
        open.end() == End.LOST && open.state().parent() != null
            ? open.state().parent()
            : open.state();
    Node node = flow.node(last.node());
    PathStep previous = steps.get(steps.size() - 1);
    if (node.span().line() > 0 && previous.place().span().line() != node.span().line()) {
      String text =
          open.end() == End.LOST ? "nothing refers to it any more" : "the method ends with it open";
      steps.add(new PathStep(Kind.EXIT, places.apply(node), text));
    }
  }

  private static List<PathStep> shortened(List<PathStep> steps) {
    if (steps.size() <= STEPS) {
      return steps;
    }
    List<PathStep> kept = new ArrayList<>(steps.subList(0, STEPS / 2));
    kept.addAll(steps.subList(steps.size() - STEPS / 2, steps.size()));
    return kept;
  }
}
