package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.PathState.Via;
import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Int;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.List;

/** One step of one path: the states after it, and what it did to the resource. */
final class Transfer {
  private final MethodFlow flow;
  private final Classifier classifier;
  private final Handlers handlers;
  private final Events events;
  private final String resourceType;
  private final StableFields fields;

  Transfer(MethodFlow flow, Classifier classifier, Events events, String resourceType) {
    this(flow, classifier, events, resourceType, StableFields.of(flow, classifier));
  }

  Transfer(
      MethodFlow flow,
      Classifier classifier,
      Events events,
      String resourceType,
      StableFields fields) {
    this.flow = flow;
    this.classifier = classifier;
    this.handlers = new Handlers(flow, classifier.types());
    this.events = events;
    this.resourceType = resourceType;
    this.fields = fields;
  }

  List<PathState> apply(PathState state) {
    Node node = flow.node(state.node());
    Step step = node.step();
    if (step instanceof Step.Call call) {
      return call(node, call, state);
    }
    if (step instanceof Step.Test test) {
      return test(node, test, state);
    }
    if (step instanceof Step.Switch branch) {
      return branch(node, branch, state);
    }
    if (step instanceof Step.Return leave) {
      leave(state, state.env().get(leave.value()));
      return List.of();
    }
    if (step instanceof Step.Throw raise) {
      return raise(node, raise, state);
    }
    Env after = straight(node, step, state.env());
    return after == null ? List.of() : follow(node, state, after);
  }

  boolean returns(Step.Call call) {
    return classifier.returns(call);
  }

  private List<PathState> follow(Node node, PathState state, Env after) {
    return node.next().stream().map(next -> state.at(next, after, Via.NEXT)).toList();
  }

  /**
   * The environment after a step without branches; null if the resource is no longer ours to
   * release.
   */
  private Env straight(Node node, Step step, Env env) {
    if (step instanceof Step.Copy copy) {
      return copied(copy, env);
    } else if (step instanceof Step.Cast cast) {
      return env.with(cast.to(), env.get(cast.from()));
    } else if (step instanceof Step.Const constant) {
      return env.with(constant.to(), constant(node, constant));
    } else if (step instanceof Step.New fresh) {
      return defined(env, node, fresh.result(), true);
    } else if (step instanceof Step.NewArray fresh) {
      return defined(env, node, fresh.result(), true);
    } else if (step instanceof Step.Compute compute) {
      return defined(env, node, compute.to(), false);
    } else if (step instanceof Step.Catch caught) {
      return defined(env, node, caught.to(), true);
    } else if (step instanceof Step.InstanceOf test) {
      return env.with(test.to(), instance(node, env.get(test.value()), test.type()));
    } else if (step instanceof Step.LoadField load) {
      return loaded(node, load, env);
    } else if (step instanceof Step.StoreField store) {
      return stored(store, env);
    } else if (step instanceof Step.LoadElement load) {
      Value array = env.get(load.array());
      return array.is(Role.ARRAY)
          ? env.with(load.to(), new Bound(Role.SELF, node.id()))
          : defined(env, node, load.to(), false);
    } else if (step instanceof Step.StoreElement store) {
      return put(store, env);
    } else if (step instanceof Step.Lambda lambda) {
      return captured(node, lambda, env);
    }
    return env;
  }

  private Env copied(Step.Copy copy, Env env) {
    Value value = env.get(copy.from());
    if (copy.name() != null && events.variable == null && value.is(Role.SELF)) {
      events.variable = copy.name();
    }
    return env.with(copy.to(), value);
  }

  /** A new value of this node; older values of the same node are no longer told apart. */
  private static Env defined(Env env, Node node, int register, boolean sure) {
    Env forgotten =
        env.map(
            value ->
                value instanceof Some some && some.origin() == node.id() ? Value.UNKNOWN : value);
    return forgotten.with(register, new Some(node.id(), sure));
  }

  private static Value constant(Node node, Step.Const constant) {
    return switch (constant.kind()) {
      case NULL -> Value.NULL;
      case INT -> constant.value() instanceof Integer i ? new Int(i) : new Some(node.id(), false);
      case STRING -> new Value.Text((String) constant.value());
      default -> new Some(node.id(), true);
    };
  }

  private Value instance(Node node, Value value, String type) {
    if (value instanceof Value.Null) {
      return new Int(0);
    }
    if (value.is(Role.SELF)) {
      boolean certain =
          classifier.types().isSubtype(resourceType, type) || classifier.types().isCloseable(type);
      return certain ? new Int(1) : new Some(node.id(), false);
    }
    return new Value.NonNullIf(value, false);
  }

  private Env loaded(Node node, Step.LoadField load, Env env) {
    if (env.get(load.object()).is(Role.KEEPER) && isKept(load.field())) {
      return env.with(load.to(), new Bound(Role.SELF, node.id()));
    }
    boolean part = load.object() >= 0 && env.get(load.object()).is(Role.HOLDER);
    if (part && classifier.types().isCloseable(load.field().type())) {
      return env.with(load.to(), new Bound(Role.WRAPPER, node.id()));
    }
    boolean own = load.object() < 0 || Keeper.isReceiver(env.get(load.object()));
    int slot = own ? fields.slot(load) : -1;
    Value known = env.get(slot);
    if (known != Value.UNKNOWN) {
      return env.with(load.to(), known);
    }
    Env after = defined(env, node, load.to(), false);
    return after.with(slot, after.get(load.to()));
  }

  private Env stored(Step.StoreField store, Env env) {
    if (!carries(env.get(store.value()))) {
      return env;
    }
    Value object = store.object() < 0 ? Value.UNKNOWN : env.get(store.object());
    if (object instanceof Value.This) {
      events.fields.add(store.field());
      return keptInThis(env);
    }
    if (object instanceof Some some && isLocal(some)) {
      return Refinement.replace(env, some, new Bound(Role.HOLDER, some.origin()));
    }
    if (object instanceof Bound) {
      return env;
    }
    events.given = true;
    return null;
  }

  private boolean isKept(FieldRef field) {
    return events.fields.isEmpty()
        ? classifier.types().isCloseable(field.type())
        : events.fields.contains(field);
  }

  /**
   * The receiver has it now, which ends our duty; but an object whose constructor throws is never
   * seen by anybody.
   */
  private Env keptInThis(Env env) {
    if (!flow.method().isConstructor()) {
      events.keptInThis = true;
      return null;
    }
    return Keeper.in(env);
  }

  private Env put(Step.StoreElement store, Env env) {
    if (!carries(env.get(store.value()))) {
      return env;
    }
    Value array = env.get(store.array());
    if (array instanceof Some some && isLocal(some)) {
      return Refinement.replace(env, some, new Bound(Role.ARRAY, some.origin()));
    }
    if (array instanceof Bound) {
      return env;
    }
    events.given = true;
    return null;
  }

  private Env captured(Node node, Step.Lambda lambda, Env env) {
    for (int i = 0; i < lambda.captured().size(); i++) {
      Value value = env.get(lambda.captured().get(i));
      if (carries(value) && !value.is(Role.KEEPER)) {
        Role role = classifier.lambdaKeeps(lambda, i) ? Role.HOLDER : Role.USER;
        return env.with(lambda.result(), new Bound(role, node.id()));
      }
    }
    return defined(env, node, lambda.result(), true);
  }

  /** Whether someone who gets the value could release the resource through it. */
  static boolean carries(Value value) {
    return value instanceof Bound bound && bound.role() != Role.OWNER;
  }

  private boolean isLocal(Some some) {
    if (some.origin() < 0) {
      return false;
    }
    Step made = flow.node(some.origin()).step();
    return made instanceof Step.New || made instanceof Step.NewArray;
  }

  private List<PathState> test(Node node, Step.Test test, PathState state) {
    List<PathState> after = new ArrayList<>(2);
    for (int i = 0; i < 2; i++) {
      Env env = Refinement.apply(state.env(), test, i == 0);
      if (env != null) {
        after.add(state.at(node.next().get(i), env, i == 0 ? Via.BRANCH_TRUE : Via.BRANCH_FALSE));
      }
    }
    return after;
  }

  private List<PathState> branch(Node node, Step.Switch branch, PathState state) {
    if (state.env().get(branch.value()) instanceof Int constant) {
      int at = branch.keys().indexOf(constant.value());
      int successor = at >= 0 ? at : node.next().size() - 1;
      return List.of(state.at(node.next().get(successor), state.env(), Via.NEXT));
    }
    return node.next().stream()
        .distinct()
        .map(n -> state.at(n, state.env(), Via.BRANCH_TRUE))
        .toList();
  }

  private void leave(PathState state, Value returned) {
    if (Keeper.has(state.env())) {
      events.keptInThis = true;
    } else if (carries(returned)) {
      events.returned |= returned.is(Role.SELF) || returned.is(Role.WRAPPER);
      events.given |= !returned.is(Role.SELF) && !returned.is(Role.WRAPPER);
    } else {
      events.open.add(new Events.Open(state, Events.End.RETURN));
    }
  }

  private List<PathState> raise(Node node, Step.Throw raise, PathState state) {
    Value value = state.env().get(raise.value());
    if (carries(value)) {
      events.given = true;
      return List.of();
    }
    return thrown(node, state, state.env(), List.of(classifier.raised(thrownType(value))));
  }

  private String thrownType(Value value) {
    if (value instanceof Some some && some.origin() >= 0) {
      Step made = flow.node(some.origin()).step();
      if (made instanceof Step.New fresh) {
        return fresh.type();
      }
      if (made instanceof Step.Catch caught && caught.types().size() == 1) {
        return caught.types().get(0);
      }
    }
    return Thrown.ANY;
  }

  private List<PathState> call(Node node, Step.Call call, PathState state) {
    Meaning meaning = classifier.meaning(flow, node, call, state.env());
    List<PathState> after = new ArrayList<>();
    PathState before = meaning.doubtful() ? state.doubted() : state;
    if (meaning.openAfterThrow() != null) {
      after.addAll(thrown(node, before, state.env(), exceptions(node, meaning, state.env())));
    }
    if (classifier.returns(call)) {
      Env env = returned(node, call, meaning, state.env());
      events.closedAfterDoubt |= state.doubtful() && meaning.surelyCloses();
      if (env != null) {
        after.addAll(follow(node, before, env));
      }
    }
    return after;
  }

  private List<Thrown> exceptions(Node call, Meaning meaning, Env env) {
    boolean wraps =
        meaning.role() == Role.WRAPPER
            || meaning.doubtful() && meaning.result() != null && meaning.result().is(Role.WRAPPER);
    return classifier.thrown(flow, call, env).stream()
        .map(t -> wraps ? whileWrapping(t, meaning) : t)
        .map(t -> new Thrown(t.type(), t.likelihood().or(meaning.openAfterThrow())))
        .toList();
  }

  /**
   * A constructor around a constructor is customary, so its exception tells little; but who keeps
   * the inner one in a variable could close it.
   */
  private Thrown whileWrapping(Thrown thrown, Meaning meaning) {
    boolean told =
        events.variable != null
            && !meaning.doubtful()
            && !thrown.type().endsWith("EncodingException");
    return told ? thrown : new Thrown(thrown.type(), thrown.likelihood().or(Likelihood.WRAPPING));
  }

  private Env returned(Node node, Step.Call call, Meaning meaning, Env env) {
    switch (meaning.kind()) {
      case CLOSES -> closed(node, call, env);
      case CLOSES_UNLESS -> {
        closed(node, call, env);
        return env.with(call.result(), meaning.result());
      }
      case GIVES -> {
        boolean kept = Keeper.has(env);
        events.keptInThis |= kept;
        events.given |= !kept;
      }
      case KEEPS_IN_THIS -> {
        return keptInThis(env);
      }
      default -> {
        Value field =
            env.get(call.receiver()) instanceof Value.This
                ? env.get(fields.slot(node))
                : Value.UNKNOWN;
        if (field != Value.UNKNOWN) {
          return env.with(call.result(), field);
        }
        Env bound = meaning.kind() == Meaning.Kind.BINDS ? bind(env, meaning) : env;
        return meaning.result() == null
            ? defined(bound, node, call.result(), false)
            : bound.with(call.result(), meaning.result());
      }
    }
    return null;
  }

  private void closed(Node node, Step.Call call, Env env) {
    boolean itself =
        env.get(call.receiver()).is(Role.SELF)
            || call.arguments().stream().anyMatch(a -> env.get(a).is(Role.SELF));
    events.closedBy(node.id(), classifier.isEnding(call), itself);
  }

  private static Env bind(Env env, Meaning meaning) {
    Value value = env.get(meaning.bound());
    if (value instanceof Some some) {
      return Refinement.replace(env, some, new Bound(meaning.role(), some.origin()));
    }
    return env;
  }

  private List<PathState> thrown(Node node, PathState state, Env env, List<Thrown> exceptions) {
    List<PathState> after = new ArrayList<>();
    for (Handlers.Target target : handlers.targets(node, exceptions)) {
      if (target.node() < 0) {
        PathState end = state.thrownTo(node.id(), env, target.likelihood());
        events.open.add(new Events.Open(end, Events.End.THROW));
      } else {
        after.add(state.thrownTo(target.node(), env, target.likelihood()));
      }
    }
    return after;
  }
}
