package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.check.undo.Callbacks;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.Undoings;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.undo.lifetimes.Reopened;
import io.github.leakcheck.check.undo.registrations.Matching.Answer;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides whether a registration is undone, where its owner would do so. */
final class UndoneByOwner {
  /** How many makers of makers are looked at. */
  private static final int MAKERS = 2;

  private final Code code;
  private final Origins origins;
  private final Undoings undoings;
  private final Matching matching;
  private final Endings endings;
  private final Callbacks callbacks;
  private final Lifecycle lifecycle;
  private final Reopened reopened;

  UndoneByOwner(Code code, Undoings undoings) {
    this.code = code;
    this.origins = Origins.of(code);
    this.undoings = undoings;
    this.matching = new Matching(code);
    this.endings = new Endings(code);
    this.callbacks = new Callbacks(code);
    this.lifecycle = Lifecycle.of(code);
    this.reopened = new Reopened(code);
  }

  private record Undoing(Site site, Answer answer) {}

  /**
   * Why the registration lasts, empty if something undoes it. The end of a source comes too late
   * for what is repeated until then.
   */
  Optional<Fault> fault(Registration made, Kept kept, boolean repeated) {
    String type = made.body().method().owner();
    if (!repeated && endsSource(made)) {
      return Optional.empty();
    }
    List<Site> sites = undoings.near(type, made);
    if (sites.isEmpty()) {
      return Optional.of(unmatched(made, type, sites));
    }
    List<Undoing> found =
        sites.stream().map(site -> new Undoing(site, answer(made, kept, site))).toList();
    Answer best = found.stream().map(Undoing::answer).max(Answer::compareTo).orElse(Answer.NO);
    return switch (best) {
      case NO -> Optional.of(unmatched(made, type, sites));
      case PERHAPS ->
          lifecycle.endings(type).isEmpty()
                  || sites.stream().anyMatch(site -> endings.reach(type, site.method()))
              ? Optional.empty()
              : Optional.of(Fault.NOT_AT_END);
      case YES -> atEnd(made, found);
    };
  }

  private Answer answer(Registration made, Kept kept, Site site) {
    return code.body(site.method())
        .map(body -> matching.means(made, kept, body, site))
        .orElse(Answer.YES);
  }

  /** Repeated by a callback, but undone only when the owner ends. */
  private Optional<Fault> atEnd(Registration made, List<Undoing> found) {
    String type = made.body().method().owner();
    boolean repeated = callbacks.leadTo(made.body().method());
    return repeated
            && found.stream()
                .filter(undoing -> undoing.answer() == Answer.YES)
                .map(undoing -> undoing.site().method())
                .allMatch(method -> endings.reach(type, method) && !callbacks.leadTo(method))
        ? Optional.of(Fault.ONLY_AT_END)
        : Optional.empty();
  }

  /** What is wrong where no call undoes this one; calls in neighbouring classes say nothing. */
  private Fault unmatched(Registration made, String type, List<Site> sites) {
    List<Site> own = sites.stream().filter(site -> isOwn(type, site)).toList();
    if (own.isEmpty()) {
      return made.oneWay()
          ? Fault.ONE_WAY
          : Lifecycle.ends(made.body().flow()) ? Fault.WRONG_CALL : Fault.NEVER;
    }
    return takesNew(own) ? Fault.OTHER_OBJECT : Fault.ONLY_OTHERS;
  }

  private boolean isOwn(String type, Site site) {
    String owner = site.method().owner();
    return owner.startsWith(type + "$") || code.world().types().isSubtype(type, owner);
  }

  /** Whether some undoing call is given a function made on the spot, which nobody knows. */
  private boolean takesNew(List<Site> sites) {
    for (Site site : sites) {
      Optional<Body> body = code.body(site.method());
      if (body.isPresent() && body.get().step(site.node()) instanceof Step.Call call) {
        for (int argument : call.arguments()) {
          if (origins.of(body.get(), site.node(), argument).stream()
              .anyMatch(o -> o instanceof Origin.Function f && f.body() == body.get())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Whether the source itself, or what made it, is ended here: it lets go of all it holds, as a
   * session does with its consumers.
   */
  private boolean endsSource(Registration made) {
    return isEndedHere(made, made.body(), made.node(), made.call().receiver(), MAKERS);
  }

  private boolean isEndedHere(Registration made, Body body, int node, int register, int depth) {
    for (Origin source : origins.of(body, node, register)) {
      if (isEnded(made, body, source)) {
        return true;
      }
      if (depth > 0
          && source instanceof Origin.Result result
          && isEndedHere(made, result.body(), result.node(), result.call().receiver(), depth - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean isEnded(Registration made, Body body, Origin source) {
    if (source instanceof Origin.OfField field) {
      return !field.field().isStatic() && isEndedForGood(made, code.key(field.field()));
    }
    // Who takes a listener back, though the wrong one, knows that the end does not do it.
    return isEnded(body, source)
        || source instanceof Origin.OfParameter
            && undoings.near(made.body().method().owner(), made).isEmpty()
            && keepers(body, source).anyMatch(field -> isEndedForGood(made, field));
  }

  /** Fields of the object that the body puts the value into. */
  private Stream<FieldKey> keepers(Body body, Origin value) {
    return body.nodes().stream()
        .filter(
            node ->
                node.step() instanceof Step.StoreField store
                    && !store.field().isStatic()
                    && origins.of(body, node.id(), store.value()).contains(value))
        .map(node -> code.key(((Step.StoreField) node.step()).field()));
  }

  private boolean isEndedForGood(Registration made, FieldKey field) {
    List<Use> uses = FieldUses.of(code.world()).of(field);
    return uses.stream()
        .anyMatch(use -> isEnding(use) && !reopened.keepsListeners(made, uses, use));
  }

  private static boolean isEnding(Use use) {
    return use.kind() == Use.Kind.CALLED
        && use.reach() == Use.Reach.ITSELF
        && Verbs.isEnding(use.call().callee().name());
  }

  private boolean isEnded(Body body, Origin source) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && call.receiver() != Step.NONE
          && Verbs.isEnding(call.callee().name())
          && origins.of(body, node.id(), call.receiver()).contains(source)) {
        return true;
      }
    }
    return false;
  }
}
