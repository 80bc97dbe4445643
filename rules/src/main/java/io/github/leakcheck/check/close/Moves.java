package io.github.leakcheck.check.close;

import io.github.leakcheck.check.close.Value.Bound;
import io.github.leakcheck.check.close.Value.Int;
import io.github.leakcheck.check.close.Value.Role;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Optional;
import java.util.Set;

/** Steps that neither call nor branch: what the registers hold after them. */
final class Moves {
  /** What is followed is of these, whatever type it has here. */
  private static final Set<String> ANY_RESOURCE =
      Set.of("java.lang.AutoCloseable", "java.io.Closeable");

  private final MethodFlow flow;
  private final Classifier classifier;
  private final Events events;
  private final String resourceType;
  private final StableFields fields;

  Moves(
      MethodFlow flow,
      Classifier classifier,
      Events events,
      String resourceType,
      StableFields fields) {
    this.flow = flow;
    this.classifier = classifier;
    this.events = events;
    this.resourceType = resourceType;
    this.fields = fields;
  }

  /**
   * The environment after a step without branches; null if the resource is no longer ours to
   * release.
   */
  Env after(Node node, Step step, Env env) {
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
  static Env defined(Env env, Node node, int register, boolean sure) {
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
          classifier.types().isSubtype(resourceType, type) || ANY_RESOURCE.contains(type);
      if (!certain && classifier.isHarmless(type)) {
        // were it one, there would be nothing to release
        return new Int(0);
      }
      return certain ? new Int(1) : new Some(node.id(), false);
    }
    return new Value.NonNullIf(value, false);
  }

  private Env loaded(Node node, Step.LoadField load, Env env) {
    Optional<Int> constant = classifier.constant(load.field());
    if (constant.isPresent()) {
      return env.with(load.to(), constant.get());
    }
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
    Value object = store.object() < 0 ? Value.UNKNOWN : env.get(store.object());
    if (!carries(env.get(store.value()))) {
      boolean own = store.object() < 0 || Keeper.isReceiver(object);
      return own ? written(store, env) : env;
    }
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

  /** Whether the step puts something else into the only place that holds the resource. */
  boolean overwrites(Step.StoreField store, Env env) {
    Value value = env.get(store.value());
    int slot = fields.slot(store);
    boolean own = store.object() < 0 || Keeper.isReceiver(env.get(store.object()));
    return own
        && env.get(slot).is(Role.SELF)
        && !(value instanceof Value.Null)
        && !env.with(slot, value).reachesResource();
  }

  /** The next read of the field finds what is written now; null in its place is no new resource. */
  private Env written(Step.StoreField store, Env env) {
    int slot = fields.slot(store);
    boolean followed = env.get(slot).reaches() && env.get(store.value()) instanceof Value.Null;
    return followed ? env : env.with(slot, env.get(store.value()));
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
  Env keptInThis(Env env) {
    if (!classifier.constructs(flow)) {
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
    return value instanceof Bound bound && bound.role() != Role.OWNER && bound.role() != Role.USER;
  }

  private boolean isLocal(Some some) {
    if (some.origin() < 0) {
      return false;
    }
    Step made = flow.node(some.origin()).step();
    return made instanceof Step.New || made instanceof Step.NewArray;
  }
}
