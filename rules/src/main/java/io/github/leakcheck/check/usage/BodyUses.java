package io.github.leakcheck.check.usage;

import io.github.leakcheck.check.usage.Use.Held;
import io.github.leakcheck.check.usage.Use.Kind;
import io.github.leakcheck.check.usage.Use.Reach;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what one body does with the collections in fields and parameters. */
final class BodyUses {
  private static final int DEPTH = 3;

  private final Code code;
  private final Origins origins;
  private final Effects effects;
  private final CopiesOnWrite copies;
  private final Map<MethodRef, List<Use>> known = new HashMap<>();

  BodyUses(Code code, Origins origins, Effects effects) {
    this.code = code;
    this.origins = origins;
    this.effects = effects;
    this.copies = CopiesOnWrite.of(code);
  }

  private record Target(Held held, Reach reach) {}

  /** All uses in this body, and those in bodies that it hands a collection to. */
  List<Use> of(Body body) {
    return of(body, DEPTH);
  }

  private List<Use> of(Body body, int depth) {
    List<Use> uses = known.get(body.method());
    if (uses == null) {
      known.put(body.method(), List.of());
      uses = new ArrayList<>();
      for (Node node : body.nodes()) {
        collect(body, node, uses, depth);
      }
      uses = List.copyOf(uses);
      known.put(body.method(), uses);
    }
    return uses;
  }

  private void collect(Body body, Node node, List<Use> uses, int depth) {
    Site site = body.site(node.id());
    if (node.step() instanceof Step.Call call) {
      called(body, site, call, uses);
      given(body, site, call, uses, depth);
    } else if (node.step() instanceof Step.Lambda lambda && lambda.reference()) {
      referenced(body, site, lambda, uses);
    } else if (node.step() instanceof Step.StoreField store) {
      Held field = new Held.InField(code.key(store.field()));
      uses.add(new Use(field, Kind.WRITTEN, Reach.ITSELF, site, null, null));
      plain(body, site, store.value(), Kind.STORED, uses);
    } else if (node.step() instanceof Step.Return back) {
      plain(body, site, back.value(), Kind.RETURNED, uses);
    } else if (node.step() instanceof Step.StoreElement store) {
      plain(body, site, store.value(), Kind.STORED, uses);
    }
  }

  private void plain(Body body, Site site, int register, Kind kind, List<Use> uses) {
    for (Target target : targets(body, site.node(), register)) {
      if (target.reach() != Reach.ENTRY) {
        uses.add(new Use(target.held(), kind, target.reach(), site, null, null));
      }
    }
  }

  private void called(Body body, Site site, Step.Call call, List<Use> uses) {
    if (call.receiver() == Step.NONE || call.kind() == Step.CallKind.CONSTRUCTOR) {
      return;
    }
    for (Target target : targets(body, site.node(), call.receiver())) {
      if (target.held() instanceof Held.InField copied
          && copies.fills(body, site.node(), call, copied.field())) {
        continue; // its own content, given to the copy that replaces it
      }
      boolean renews =
          call.callee().name().equals("computeIfPresent") && renews(body, site.node(), call);
      Effect effect = renews ? Effect.of(Effect.Kind.READS) : effects.of(call.callee());
      uses.add(new Use(target.held(), Kind.CALLED, target.reach(), site, call, effect));
      if (call.callee().name().equals("compute") && answersNull(body, site.node(), call)) {
        Effect removes = Effect.of(Effect.Kind.REMOVES);
        uses.add(new Use(target.held(), Kind.CALLED, target.reach(), site, call, removes));
      }
    }
  }

  /** Whether some function that the call is given may return null, which takes the entry out. */
  private boolean answersNull(Body body, int node, Step.Call call) {
    return origins
        .ofArguments(body, node, call)
        .filter(origin -> origin instanceof Origin.Function)
        .flatMap(made -> code.body(((Origin.Function) made).lambda().body()).stream())
        .anyMatch(this::returnsNull);
  }

  /** Whether the function that the call is given puts something else in the place of an entry. */
  private boolean renews(Body body, int node, Step.Call call) {
    Set<Origin> given = origins.of(body, node, call.arguments().get(call.arguments().size() - 1));
    return !given.isEmpty()
        && given.stream()
            .allMatch(
                made ->
                    made instanceof Origin.Function f
                        && !f.lambda().reference()
                        && code.body(f.lambda().body()).filter(this::neverReturnsNull).isPresent());
  }

  private boolean neverReturnsNull(Body body) {
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .flatMap(node -> origins.of(body, node.id(), ((Step.Return) node.step()).value()).stream())
        .allMatch(origin -> isSomething(body, origin));
  }

  private static boolean isSomething(Body body, Origin origin) {
    return origin instanceof Origin.Fresh
        || origin instanceof Origin.Constant && !origin.isNull()
        || origin instanceof Origin.OfParameter given && given.body() == body
        || origin instanceof Origin.Other other
            && other.body().step(other.node()) instanceof Step.Compute;
  }

  private boolean returnsNull(Body body) {
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Return)
        .flatMap(node -> origins.of(body, node.id(), ((Step.Return) node.step()).value()).stream())
        .anyMatch(
            origin ->
                origin instanceof Origin.Constant c && c.constant().kind() == Step.ConstKind.NULL);
  }

  /** {@code entries::remove} handed to something that will run it. */
  private void referenced(Body body, Site site, Step.Lambda lambda, List<Use> uses) {
    if (lambda.captured().isEmpty() || lambda.body() == null) {
      return;
    }
    int receiver = lambda.captured().get(0);
    Step.Call call =
        new Step.Call(lambda.body(), Step.CallKind.VIRTUAL, receiver, List.of(), Step.NONE);
    called(body, site, call, uses);
  }

  private void given(Body body, Site site, Step.Call call, List<Use> uses, int depth) {
    for (int i = 0; i < call.arguments().size(); i++) {
      for (Target target : targets(body, site.node(), call.arguments().get(i))) {
        if (target.reach() != Reach.ENTRY) {
          given(site, call, i, target, uses, depth);
        }
      }
    }
  }

  private void given(
      Site site, Step.Call call, int argument, Target target, List<Use> uses, int depth) {
    Optional<Body> callee = depth == 0 ? Optional.empty() : code.target(call);
    if (callee.isPresent()) {
      int index = callee.get().flow().isStatic() ? argument : argument + 1;
      for (Use use : of(callee.get(), depth - 1)) {
        if (use.held().equals(new Held.InParameter(index)) && use.kind() != Kind.RETURNED) {
          uses.add(use.on(target.held()));
        }
      }
    } else if (!onlyLooks(call)) {
      uses.add(new Use(target.held(), Kind.PASSED, target.reach(), site, call, null));
    }
  }

  /** Whether the callee copies, compares, prints or wraps for reading what it is given. */
  private boolean onlyLooks(Step.Call call) {
    MethodRef callee = call.callee();
    return Platform.isJdk(callee.owner()) && effects.of(callee).kind() != Effect.Kind.ADDS
        || callee.name().endsWith("All")
        || callee.name().startsWith("unmodifiable")
        || callee.name().startsWith("copyOf");
  }

  /** The collections that the register may hold, show or have an entry of. */
  private Set<Target> targets(Body body, int node, int register) {
    Set<Target> found = new LinkedHashSet<>();
    if (register != Step.NONE) {
      for (Origin origin : origins.of(body, node, register)) {
        collect(body, origin, found, 0);
      }
    }
    return found;
  }

  private void collect(Body asked, Origin origin, Set<Target> found, int steps) {
    if (origin instanceof Origin.OfField field) {
      found.add(new Target(new Held.InField(code.key(field.field())), Reach.ITSELF));
    } else if (origin instanceof Origin.OfParameter parameter && parameter.body() == asked) {
      found.add(new Target(new Held.InParameter(parameter.index()), Reach.ITSELF));
    } else if (origin instanceof Origin.Fresh made) {
      copies
          .of(made)
          .ifPresent(field -> found.add(new Target(new Held.InField(field), Reach.ITSELF)));
    } else if (origin instanceof Origin.Result result && steps < 4) {
      through(asked, result, found, steps);
    }
  }

  /** What a view, an iterator or an entry was got from. */
  private void through(Body asked, Origin.Result result, Set<Target> found, int steps) {
    Step.Call call = result.call();
    Effect.Kind kind = effects.of(call.callee()).kind();
    boolean shows = kind == Effect.Kind.SHOWS;
    boolean gets =
        kind == Effect.Kind.GETS || kind == Effect.Kind.ADDS || kind == Effect.Kind.REMOVES;
    if (call.receiver() == Step.NONE || !(shows || gets)) {
      return;
    }
    Set<Target> sources = new LinkedHashSet<>();
    for (Origin source : origins.of(result.body(), result.node(), call.receiver())) {
      collect(asked, source, sources, steps + 1);
    }
    for (Target source : sources) {
      boolean entry = gets || source.reach() == Reach.ENTRY;
      found.add(new Target(source.held(), entry ? Reach.ENTRY : Reach.VIEW));
    }
  }
}
