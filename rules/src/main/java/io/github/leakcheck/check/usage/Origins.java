package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Traces values back: through copies, casts, wrappers that show the same collection, getters, and
 * from the parameters of a lambda body to what the lambda captured.
 */
public final class Origins {
  private static final int LIMIT = 64;
  private static final Set<String> WRAPPERS =
      Set.of("requireNonNull", "requireNonNullElse", "checkNotNull", "checkArgument", "cast");

  private final Code code;
  private final Map<MethodRef, Optional<Step.LoadField>> getters = new HashMap<>();

  public Origins(Code code) {
    this.code = code;
  }

  /** The origins of this analysis. */
  public static Origins of(Code code) {
    return code.world().once(Origins.class, world -> new Origins(code));
  }

  /** Where the value of the register comes from, as the node finds it. */
  public Set<Origin> of(Body body, int node, int register) {
    return register == Step.NONE
        ? Set.of()
        : body.origins(node, register, () -> traced(body, node, register));
  }

  /** Where the arguments of the call at the node come from, in their order. */
  public Stream<Origin> ofArguments(Body body, int node, Step.Call call) {
    return call.arguments().stream().flatMap(argument -> of(body, node, argument).stream());
  }

  /** Where what the function captured comes from. */
  public Stream<Origin> ofCaptured(Origin.Function function) {
    return function.lambda().captured().stream()
        .flatMap(captured -> of(function.body(), function.node(), captured).stream());
  }

  /**
   * Whether the value is nothing but the object that the method is called on. Also true where no
   * origin is known, as for {@link Step#NONE}: who does not mean that asks for it before.
   */
  public boolean isThis(Body body, int node, int register) {
    return of(body, node, register).stream().allMatch(Origin::isThis);
  }

  /** Whether the value can be the object that the method is called on; false without origins. */
  public boolean mayBeThis(Body body, int node, int register) {
    return of(body, node, register).stream().anyMatch(Origin::isThis);
  }

  /** Whether one of the origins of the value is one of those; false without origins. */
  public boolean isAny(Body body, int node, int register, Set<Origin> values) {
    return of(body, node, register).stream().anyMatch(values::contains);
  }

  /**
   * Whether the value can be what that step of the body makes or returns, an object or a function;
   * false without origins.
   */
  public boolean isMadeAt(Body body, int node, int register, int made) {
    return of(body, node, register).stream().anyMatch(origin -> origin.isMadeAt(body, made));
  }

  /** Whether the value is read from the field, of whatever object. */
  public boolean isRead(Origin origin, FieldKey field) {
    return origin instanceof Origin.OfField read && code.key(read.field()).equals(field);
  }

  /** Whether the value can be read from the field, of whatever object; false without origins. */
  public boolean isRead(Body body, int node, int register, FieldKey field) {
    return of(body, node, register).stream().anyMatch(origin -> isRead(origin, field));
  }

  /** Where the value comes from that the site stores into a field; empty if it stores none. */
  public Set<Origin> stored(Site site) {
    return code.body(site.method())
        .filter(body -> body.step(site.node()) instanceof Step.StoreField)
        .map(body -> of(body, site.node(), ((Step.StoreField) body.step(site.node())).value()))
        .orElse(Set.of());
  }

  private Set<Origin> traced(Body body, int node, int register) {
    Set<Origin> found = new LinkedHashSet<>();
    trace(body, node, register, found, new HashSet<>());
    return found;
  }

  /** The node of the constructor call on the fresh object. */
  public Optional<Integer> constructor(Origin.Fresh fresh) {
    return fresh.body().nodes().stream()
        .filter(node -> constructs(fresh, node))
        .map(Node::id)
        .findFirst();
  }

  private boolean constructs(Origin.Fresh fresh, Node node) {
    return node.step() instanceof Step.Call call
        && call.kind() == Step.CallKind.CONSTRUCTOR
        && call.callee().owner().equals(fresh.type())
        && of(fresh.body(), node.id(), call.receiver()).contains(fresh);
  }

  private record Asked(Body body, int node, int register) {}

  private void trace(Body body, int node, int register, Set<Origin> found, Set<Asked> seen) {
    if (seen.size() > LIMIT || !seen.add(new Asked(body, node, register))) {
      return;
    }
    for (int definition : body.reaching(node, register)) {
      if (definition < 0) {
        fromParameter(body, register, found, seen);
      } else {
        fromStep(body, definition, found, seen);
      }
    }
  }

  private void fromParameter(Body body, int register, Set<Origin> found, Set<Asked> seen) {
    MethodFlow flow = body.flow();
    int index = flow.parameters().indexOf(register);
    if (index >= 0 && flow.isLambdaBody()) {
      for (Site site : code.functionSites(flow.method())) {
        Optional<Body> maker = code.body(site.method());
        if (maker.isPresent() && maker.get().step(site.node()) instanceof Step.Lambda lambda) {
          if (index < lambda.captured().size()) {
            trace(maker.get(), site.node(), lambda.captured().get(index), found, seen);
            return;
          }
        }
      }
    }
    found.add(new Origin.OfParameter(body, index));
  }

  private void fromStep(Body body, int node, Set<Origin> found, Set<Asked> seen) {
    Step step = body.step(node);
    if (step instanceof Step.Copy copy) {
      trace(body, node, copy.from(), found, seen);
    } else if (step instanceof Step.Cast cast) {
      trace(body, node, cast.from(), found, seen);
    } else if (step instanceof Step.Call call) {
      fromCall(body, node, call, found, seen);
    } else {
      found.add(simple(body, node, step));
    }
  }

  private static Origin simple(Body body, int node, Step step) {
    if (step instanceof Step.New made) {
      return new Origin.Fresh(body, node, made.type());
    }
    if (step instanceof Step.LoadField load) {
      return new Origin.OfField(body, node, load.field());
    }
    if (step instanceof Step.Lambda lambda) {
      return new Origin.Function(body, node, lambda);
    }
    if (step instanceof Step.Const constant) {
      return new Origin.Constant(body, node, constant);
    }
    return new Origin.Other(body, node);
  }

  private void fromCall(Body body, int node, Step.Call call, Set<Origin> found, Set<Asked> seen) {
    int same = sameValue(call);
    if (same != Step.NONE) {
      trace(body, node, same, found, seen);
      return;
    }
    Optional<Step.LoadField> field = getter(call);
    if (field.isPresent()) {
      found.add(new Origin.OfField(body, node, field.get().field()));
    } else {
      found.add(new Origin.Result(body, node, call));
    }
  }

  /** The register whose object the call hands back or shows through, {@link Step#NONE} if none. */
  private static int sameValue(Step.Call call) {
    MethodRef callee = call.callee();
    if (call.arguments().isEmpty()) {
      return Step.NONE;
    }
    boolean view =
        callee.owner().equals("java.util.Collections")
            && (callee.name().startsWith("synchronized")
                || callee.name().startsWith("checked")
                || callee.name().equals("newSetFromMap")
                || callee.name().equals("asLifoQueue"));
    boolean boxing =
        callee.name().equals("valueOf")
            && callee.owner().startsWith("java.lang.")
            && !callee.owner().equals("java.lang.String");
    boolean check = WRAPPERS.contains(callee.name()) && call.kind() == Step.CallKind.STATIC;
    return view || check || boxing ? call.arguments().get(0) : Step.NONE;
  }

  /** Whether the body does nothing but return one field. */
  public boolean isGetter(Body body) {
    return returnedField(body).isPresent();
  }

  /** The field that the called method does nothing but return, of a class to judge. */
  private Optional<Step.LoadField> getter(Step.Call call) {
    MethodRef callee = call.callee();
    if (!call.arguments().isEmpty() || !code.owns(callee.owner())) {
      return Optional.empty();
    }
    Optional<Step.LoadField> known = getters.get(callee);
    if (known == null) {
      getters.put(callee, Optional.empty());
      known = code.target(call).flatMap(this::returnedField);
      getters.put(callee, known);
    }
    return known;
  }

  private Optional<Step.LoadField> returnedField(Body body) {
    List<Step.LoadField> fields = new ArrayList<>();
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Return back && back.value() != Step.NONE) {
        for (Origin origin : of(body, node.id(), back.value())) {
          if (!(origin instanceof Origin.OfField field)
              || !(body.step(field.node()) instanceof Step.LoadField load)) {
            return Optional.empty();
          }
          fields.add(load);
        }
      }
    }
    boolean one = fields.stream().map(load -> code.key(load.field())).distinct().count() == 1;
    return one ? Optional.of(fields.get(0)) : Optional.empty();
  }
}
