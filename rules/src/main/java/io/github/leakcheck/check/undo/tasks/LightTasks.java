package io.github.leakcheck.check.undo.tasks;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells tasks that cost next to nothing while they wait: each holds texts, numbers and small values
 * made of those, and beside them only what the fields of its maker keep anyway.
 */
final class LightTasks {
  /** Beside {@link Platform#isValue values}. */
  private static final Set<String> PLAIN =
      Set.of("java.util.UUID", "java.util.Locale", "java.lang.Class");

  private final Code code;
  private final Origins origins;

  LightTasks(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the call gives such a task to an executor. */
  boolean isLight(Use scheduled) {
    List<Origin> tasks =
        code.body(scheduled.site().method()).stream()
            .flatMap(body -> task(body, scheduled).stream())
            .toList();
    return !tasks.isEmpty()
        && tasks.stream()
            .allMatch(
                task ->
                    holds(task).filter(held -> held.stream().allMatch(this::isLight)).isPresent());
  }

  private Set<Origin> task(Body body, Use scheduled) {
    return origins.of(body, scheduled.site().node(), scheduled.call().arguments().get(0));
  }

  /** What the task is made with; empty if that is not known. */
  private Optional<List<Origin>> holds(Origin task) {
    if (task instanceof Origin.Function function) {
      return Optional.of(origins.ofCaptured(function).toList());
    }
    return task instanceof Origin.Fresh made && code.owns(made.type())
        ? origins
            .constructor(made)
            .map(
                node ->
                    origins
                        .ofArguments(made.body(), node, (Step.Call) made.body().step(node))
                        .toList())
        : Optional.empty();
  }

  private boolean isLight(Origin held) {
    if (held instanceof Origin.Constant) {
      return true;
    } else if (held instanceof Origin.OfField field) {
      return isPlain(field.field().type()) || isOwn(field);
    } else if (held instanceof Origin.OfParameter given) {
      return isSmall(type(given));
    } else if (held instanceof Origin.Result result) {
      return isSmall(result.call().callee().result());
    } else if (held instanceof Origin.Fresh made) {
      return isSmall(made.type());
    }
    return held instanceof Origin.Other other
        && other.body().step(other.node()) instanceof Step.Compute computed
        && isPlain(computed.type());
  }

  private static String type(Origin.OfParameter given) {
    MethodFlow flow = given.body().flow();
    List<String> types = flow.method().parameters();
    int position = given.position();
    return given.isThis()
        ? flow.method().owner()
        : types == null || position < 0 || position >= types.size() ? "" : types.get(position);
  }

  /** A field of the maker itself that is given its value in one place. */
  private boolean isOwn(Origin.OfField field) {
    return field.body().step(field.node()) instanceof Step.LoadField load
        && (load.field().isStatic() || origins.isThis(field.body(), field.node(), load.object()))
        && code.stores(code.key(load.field())).size() == 1;
  }

  /** Whether the type is plain, or one of the program's with nothing but plain fields. */
  private boolean isSmall(String type) {
    return isPlain(type) || code.owns(type) && hasPlainFields(type);
  }

  private boolean hasPlainFields(String type) {
    return code.world().types().supertypes(type).stream()
        .filter(owner -> !Platform.isJdk(owner))
        .allMatch(
            owner ->
                code.world()
                    .program()
                    .type(owner)
                    .filter(facts -> facts.isInterface() ? !owner.equals(type) : isPlain(facts))
                    .isPresent());
  }

  private boolean isPlain(TypeFacts facts) {
    return facts.fields().stream()
        .filter(field -> !Access.has(field.access(), Access.STATIC))
        .map(FieldFacts::type)
        .allMatch(this::isPlain);
  }

  private boolean isPlain(String type) {
    return Platform.isValue(type)
        || PLAIN.contains(type)
        || type.startsWith("java.time.")
        || code.world().types().isSubtype(type, "java.lang.Number")
        || code.world().types().isSubtype(type, "java.lang.Enum");
  }
}
