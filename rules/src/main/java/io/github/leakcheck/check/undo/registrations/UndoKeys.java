package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Compares the names by which something is registered and by which something is taken back. */
final class UndoKeys {
  private static final int DEPTH = 3;

  private final Code code;
  private final Origins origins;

  UndoKeys(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * Whether the undoing call takes one name, the registration was given one of that type, and the
   * two are surely not the same.
   */
  boolean differ(Registration made, Body body, int node, Step.Call undo) {
    List<String> given = made.call().callee().parameters();
    List<String> taken = undo.callee().parameters();
    if (given == null || taken == null || taken.size() != 1 || taken.get(0).indexOf('.') < 0) {
      return false;
    }
    int position = given.indexOf(taken.get(0));
    return position >= 0
        && made.line().argument().orElse(Step.NONE) != position
        && given.lastIndexOf(taken.get(0)) == position
        && differ(
            origins.of(made.body(), made.node(), made.call().arguments().get(position)),
            origins.of(body, node, undo.arguments().get(0)),
            DEPTH);
  }

  private boolean differ(Set<Origin> one, Set<Origin> other, int depth) {
    return !one.isEmpty()
        && !other.isEmpty()
        && one.stream().allMatch(a -> other.stream().allMatch(b -> differ(a, b, depth)));
  }

  private boolean differ(Origin one, Origin other, int depth) {
    if (depth == 0 || one.equals(other)) {
      return false;
    } else if (one instanceof Origin.Constant a && other instanceof Origin.Constant b) {
      return a.constant().value() != null && !a.constant().value().equals(b.constant().value());
    } else if (one instanceof Origin.Other a && other instanceof Origin.Other b) {
      return partsDiffer(a, b);
    } else if (one instanceof Origin.OfField a && other instanceof Origin.OfField b) {
      return differ(code.key(a.field()), code.key(b.field()), depth);
    } else if (one instanceof Origin.OfField field) {
      return differ(stored(code.key(field.field())), Set.of(other), depth - 1);
    } else if (other instanceof Origin.OfField field) {
      return differ(Set.of(one), stored(code.key(field.field())), depth - 1);
    } else if (one instanceof Origin.Fresh a && other instanceof Origin.Fresh b) {
      return a.type().equals(b.type()) && argumentsDiffer(a, node(a), b, node(b), depth - 1);
    }
    return one instanceof Origin.Result a
        && other instanceof Origin.Result b
        && argumentsDiffer(a, a.node(), b, b.node(), depth - 1);
  }

  /** Texts put together from another number of values. */
  private static boolean partsDiffer(Origin.Other one, Origin.Other other) {
    return one.body().step(one.node()) instanceof Step.Compute a
        && other.body().step(other.node()) instanceof Step.Compute b
        && a.type().equals("java.lang.String")
        && b.type().equals("java.lang.String")
        && a.operands().size() != b.operands().size();
  }

  private boolean differ(FieldKey one, FieldKey other, int depth) {
    return !one.equals(other) && differ(stored(one), stored(other), depth - 1);
  }

  private int node(Origin.Fresh fresh) {
    return origins.constructor(fresh).orElse(Step.NONE);
  }

  /** Whether one method or constructor is given other things. */
  private boolean argumentsDiffer(Origin one, int at, Origin other, int otherAt, int depth) {
    if (at == Step.NONE || otherAt == Step.NONE) {
      return false;
    }
    Step.Call call = (Step.Call) one.body().step(at);
    Step.Call otherCall = (Step.Call) other.body().step(otherAt);
    return isAlike(call.callee(), otherCall.callee())
        && IntStream.range(0, call.arguments().size())
            .anyMatch(
                i ->
                    differ(
                        origins.of(one.body(), at, call.arguments().get(i)),
                        origins.of(other.body(), otherAt, otherCall.arguments().get(i)),
                        depth));
  }

  private static boolean isAlike(MethodRef one, MethodRef other) {
    return one.equals(other) && one.parameters() != null;
  }

  private Set<Origin> stored(FieldKey field) {
    Set<Origin> found = new LinkedHashSet<>();
    code.stores(field).forEach(site -> found.addAll(origins.stored(site)));
    found.removeIf(o -> o instanceof Origin.Constant c && c.constant().value() == null);
    return found;
  }
}
