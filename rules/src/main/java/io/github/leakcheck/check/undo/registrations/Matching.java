package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.pairs.Retentions;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells whether a call of the undoing method can mean this registration: the same listener, or the
 * handle that the registration returned. Where code does not tell, it can.
 */
final class Matching {
  private final World world;
  private final Code code;
  private final Origins origins;
  private final UndoKeys keys;
  private final KeptHandles handles;

  Matching(Code code) {
    this.world = code.world();
    this.code = code;
    this.origins = Origins.of(code);
    this.keys = new UndoKeys(code);
    this.handles = new KeptHandles(code);
  }

  /** How an undoing call names what it undoes. */
  enum Answer {
    NO,
    /** By something looked up, which may or may not be what was registered. */
    PERHAPS,
    YES
  }

  /** Whether the undoing call at the site can mean the registration. */
  Answer means(Registration made, Kept kept, Body body, Site site) {
    if (!(body.step(site.node()) instanceof Step.Call undo)) {
      boolean others = isByHandle(made, body.step(site.node()));
      return others && handles.areOthers(made, body, site.node()) ? Answer.NO : Answer.YES;
    }
    String handle = made.call().callee().result();
    List<String> taken = undo.callee().parameters();
    if (removesOtherwise(made, undo)) {
      return Answer.PERHAPS;
    }
    if (isHandle(made, handle)) {
      return handle(made, body, site.node(), undo.receiver());
    }
    for (int i = 0; taken != null && i < taken.size(); i++) {
      if (isObject(handle) && isTaken(handle, taken.get(i)) || isTicket(made, undo)) {
        return handle(made, body, site.node(), undo.arguments().get(i));
      }
    }
    return made.isBuilt()
        ? made.call().result() == Step.NONE ? Answer.PERHAPS : Answer.YES
        : listener(made, kept, body, site.node(), undo);
  }

  /** Whether the result is there to undo it, and not the source itself for the next call. */
  private boolean isHandle(Registration made, String result) {
    return isObject(result)
        && world.types().isSubtype(result, undoOwner(made))
        && !world.types().isSubtype(made.call().callee().owner(), result);
  }

  /** Whether it takes out all, or what a condition holds for, and names nothing. */
  private boolean removesOtherwise(Registration made, Step.Call undo) {
    return world.catalog().apis(Role.REMOVES).stream()
        .filter(line -> line.rule().equals(made.line().rule()))
        .map(Api::signature)
        .anyMatch(
            removal ->
                removal.owner().equals(undoOwner(made))
                    && removal.matches(undo.callee(), world.types()));
  }

  /** Whether the referenced method undoes by what the registration returns. */
  private boolean isByHandle(Registration made, Step undo) {
    String handle = made.call().callee().result();
    return isObject(handle)
        && undo instanceof Step.Lambda lambda
        && (world.types().isSubtype(handle, lambda.body().owner())
            || lambda.body().parameters() != null
                && lambda.body().parameters().stream().anyMatch(type -> isTaken(handle, type)));
  }

  /** A number that stands for the registration, and is all that the undoing call takes. */
  private static boolean isTicket(Registration made, Step.Call undo) {
    String ticket = made.call().callee().result();
    return Retentions.TICKETS.contains(ticket)
        && List.of(ticket).equals(undo.callee().parameters())
        && !made.call().callee().parameters().contains(ticket);
  }

  private boolean isTaken(String handle, String parameter) {
    return handle.equals(parameter)
        || isObject(parameter)
            && !parameter.equals("java.lang.Object")
            && world.types().isSubtype(handle, parameter);
  }

  private static String undoOwner(Registration made) {
    return made.line().undo().orElseThrow().owner();
  }

  private static boolean isObject(String type) {
    return type.indexOf('.') > 0;
  }

  private Answer handle(Registration made, Body body, int node, int register) {
    boolean dropped = made.call().result() == Step.NONE;
    Answer best = Answer.NO;
    for (Origin origin : origins.of(body, node, register)) {
      Answer answer = handle(made, origin, dropped);
      best = answer.compareTo(best) > 0 ? answer : best;
    }
    return best;
  }

  private Answer handle(Registration made, Origin origin, boolean dropped) {
    if (handles.areOthers(made, origin)) {
      return Answer.NO;
    } else if (isResult(made, origin)) {
      return Answer.YES;
    } else if (origin instanceof Origin.OfField field) {
      boolean stored =
          code.stores(code.key(field.field())).stream()
              .anyMatch(
                  store ->
                      origins.stored(store).stream()
                          .anyMatch(o -> isResult(made, o) || isOpaque(o)));
      return stored && !dropped ? Answer.YES : Answer.NO;
    } else if (origin instanceof Origin.Result result) {
      MethodRef callee = result.call().callee();
      boolean own = callee.overrides(made.call().callee()) || makesNew(callee);
      return own ? Answer.NO : dropped ? Answer.PERHAPS : Answer.YES;
    }
    return dropped ? Answer.PERHAPS : Answer.YES;
  }

  /** Executors give another handle each time. */
  private boolean makesNew(MethodRef callee) {
    return world.types().isSubtype(callee.owner(), "java.util.concurrent.Executor");
  }

  private static boolean isResult(Registration made, Origin origin) {
    return origin instanceof Origin.Result result
        && result.node() == made.node()
        && result.body().method().equals(made.body().method());
  }

  private static boolean isOpaque(Origin origin) {
    return origin.isGiven() || origin instanceof Origin.Result || origin instanceof Origin.Other;
  }

  private Answer listener(Registration made, Kept kept, Body body, int node, Step.Call undo) {
    OptionalInt position = position(made);
    if (position.isEmpty()) {
      return Answer.YES;
    }
    MethodRef callee = made.call().callee();
    String type = callee.parameters().get(position.getAsInt());
    int argument = made.call().arguments().get(position.getAsInt());
    Set<Origin> registered = origins.of(made.body(), made.node(), argument);
    List<String> taken = undo.callee().parameters();
    for (int i = 0; taken != null && i < taken.size(); i++) {
      boolean takesAny = taken.size() == 1 && taken.get(i).equals("java.lang.Object");
      if (isObject(type) && (taken.get(i).equals(type) || takesAny)) {
        return isUnknown(made, kept, undo)
            ? Answer.NO
            : any(registered, origins.of(body, node, undo.arguments().get(i)));
      }
    }
    if (isUnknown(made, kept, undo) && takesOneLike(type, taken)
        || keys.differ(made, body, node, undo)) {
      return Answer.NO;
    }
    return world.types().isSubtype(type, undoOwner(made)) && undo.receiver() != Step.NONE
        ? any(registered, origins.of(body, node, undo.receiver()))
        : Answer.YES;
  }

  /** Nobody has a function that is written on the spot, to give it back; a slot is just reset. */
  private static boolean isUnknown(Registration made, Kept kept, Step.Call undo) {
    return kept.isFunctionAlone() && !undo.callee().name().equals(made.call().callee().name());
  }

  /** Whether the undoing call takes another kind of listener, in an overload of its own. */
  private boolean takesOneLike(String type, List<String> taken) {
    return taken != null
        && taken.size() == 1
        && !taken.get(0).equals(type)
        && !Platform.isJdk(taken.get(0))
        && world.program().type(taken.get(0)).filter(facts -> facts.isInterface()).isPresent();
  }

  /** Where the listener stands among the arguments; empty if that is not sure. */
  private static OptionalInt position(Registration made) {
    List<String> types = made.call().callee().parameters();
    if (types == null || types.contains(MethodRef.UNKNOWN)) {
      return OptionalInt.empty();
    }
    OptionalInt told = made.line().argument();
    if (told.isPresent() && told.getAsInt() < types.size()) {
      return told;
    }
    return types.size() == 1 ? OptionalInt.of(0) : OptionalInt.empty();
  }

  private Answer any(Set<Origin> registered, Set<Origin> undone) {
    return undone.stream().anyMatch(u -> mayBe(registered, u)) ? Answer.YES : Answer.NO;
  }

  private boolean mayBe(Set<Origin> registered, Origin undone) {
    if (registered.contains(undone) || registered.stream().anyMatch(Matching::isOpaque)) {
      return true;
    }
    if (undone instanceof Origin.OfParameter parameter && parameter.isThis()) {
      String self = parameter.body().method().owner();
      return registered.stream()
          .anyMatch(o -> isOf(o, self) || o instanceof Origin.Fresh f && comparesByValue(f.type()));
    } else if (undone instanceof Origin.OfField field) {
      return field(registered, field);
    } else if (undone instanceof Origin.Fresh fresh) {
      return comparesByValue(fresh.type());
    }
    return !(undone instanceof Origin.Function);
  }

  private boolean isOf(Origin origin, String type) {
    return origin instanceof Origin.Fresh fresh && world.types().isSubtype(fresh.type(), type)
        || origin.isThis()
        || origin instanceof Origin.OfField;
  }

  private boolean field(Set<Origin> registered, Origin.OfField field) {
    FieldKey key = code.key(field.field());
    List<Site> stores = code.stores(key);
    return registered.stream().anyMatch(one -> origins.isRead(one, key))
        || stores.isEmpty()
        || stores.stream()
            .flatMap(site -> origins.stored(site).stream())
            .anyMatch(o -> registered.contains(o) || isOpaque(o) || isItself(registered, o));
  }

  /** Whether objects of the class register themselves, and the value is one of them. */
  private boolean isItself(Set<Origin> registered, Origin value) {
    return value instanceof Origin.Fresh fresh
        && registered.stream()
            .filter(Origin::isThis)
            .anyMatch(o -> world.types().isSubtype(fresh.type(), o.body().method().owner()));
  }

  private boolean comparesByValue(String type) {
    MethodRef equals = new MethodRef(type, "equals", List.of("java.lang.Object"), "boolean");
    return world.types().isSubtype(type, "java.lang.Record")
        || !type.equals("java.lang.Object")
            && world.program().type(type).flatMap(facts -> facts.method(equals)).isPresent();
  }
}
