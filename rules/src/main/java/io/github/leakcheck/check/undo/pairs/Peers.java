package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.pairs.Pairs.Calls;
import io.github.leakcheck.check.undo.pairs.Pairs.Pair;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Judges registrations with types of the program that no catalogue knows: what several classes take
 * back when they end, and one does not, that one has forgotten.
 */
public final class Peers {
  private static final String RULE = "registration-never-undone";
  private static final int ENOUGH = 2;

  private final World world;
  private final Code code;
  private final Origins origins;
  private final Endings endings;
  private final Lifecycle lifecycle;
  private final Places places;
  private final Map<String, List<Draft>> drafts = new LinkedHashMap<>();

  private Peers(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.endings = new Endings(code);
    this.lifecycle = Lifecycle.of(code);
    this.places = new Places(world);
    new Pairs(code).find().forEach(this::judge);
  }

  /** The judge of this analysis. */
  public static Peers of(World world) {
    return world.once(Peers.class, Peers::new);
  }

  /** Registrations made in the class that its peers would undo. */
  public List<Draft> judge(TypeFacts type) {
    return drafts.getOrDefault(type.name(), List.of());
  }

  /** Who registers where; by name if it is only known by a key. */
  private record Registrant(String type, Site site, boolean keyed) {}

  private void judge(Pair pair, Calls calls) {
    Map<String, Registrant> registrants = new LinkedHashMap<>();
    for (Site site : calls.adds()) {
      registrant(site).ifPresent(r -> registrants.putIfAbsent(r.type(), r));
    }
    Map<String, List<Site>> near = new LinkedHashMap<>();
    for (Registrant registrant : registrants.values()) {
      near.put(
          registrant.type(),
          calls.removes().stream().filter(site -> isNear(registrant, site)).toList());
    }
    if (near.values().stream().filter(sites -> !sites.isEmpty()).count() < ENOUGH) {
      return; // what an ending reaches is costly to find out
    }
    Map<String, Site> good = new LinkedHashMap<>();
    Set<String> bad = new LinkedHashSet<>();
    near.forEach(
        (type, sites) -> {
          sites.stream()
              .filter(site -> endings.reach(type, site.method()))
              .findFirst()
              .ifPresent(site -> good.put(type, site));
          if (sites.isEmpty()
              && canForget(registrants.get(type))
              && calls.removes().stream().noneMatch(s -> endings.reach(type, s.method()))) {
            bad.add(type);
          }
        });
    if (good.size() >= ENOUGH && bad.size() <= good.size()) {
      for (String type : bad) {
        Registrant registrant = registrants.get(type);
        boolean others =
            !registrant.keyed()
                && calls.removes().stream()
                    .filter(site -> registrants.values().stream().noneMatch(r -> isNear(r, site)))
                    .anyMatch(site -> mayTake(site, type));
        report(pair, registrant, good, others);
      }
    }
  }

  /** Whether it has an end at which it could undo, or its peers have, and is not there for good. */
  private boolean canForget(Registrant registrant) {
    return (registrant.keyed() || !lifecycle.endings(registrant.type()).isEmpty())
        && world.program().type(registrant.type()).flatMap(Anchors.of(code)::of).isEmpty()
        && Starts.of(code).onlyAtStart(registrant.site().method()) == Starts.Answer.NO;
  }

  private Optional<Registrant> registrant(Site site) {
    Optional<Body> found = code.body(site.method());
    if (found.isEmpty() || !(found.get().step(site.node()) instanceof Step.Call call)) {
      return Optional.empty();
    }
    Body body = found.get();
    String self = body.flow().source().className();
    for (int argument : call.arguments()) {
      for (Origin origin : origins.of(body, site.node(), argument)) {
        if (origin.isThis()
            || origin instanceof Origin.Function
            || origin instanceof Origin.OfField f && !f.field().isStatic()
            || origin instanceof Origin.Fresh made && Names.isAnonymous(made.type())) {
          return body.flow().isStatic() && !body.flow().isLambdaBody()
              ? Optional.empty()
              : Optional.of(new Registrant(self, site, false));
        } else if (origin instanceof Origin.Fresh fresh && code.owns(fresh.type())) {
          return Optional.of(new Registrant(fresh.type(), site, false));
        }
      }
    }
    return body.method().isConstructor() && !call.arguments().isEmpty() && call.receiver() >= 0
        ? Optional.of(new Registrant(self, site, true))
        : Optional.empty();
  }

  /** Whether the site lies in the registrant, what it inherits, its subclasses, or at its maker. */
  private boolean isNear(Registrant registrant, Site site) {
    String where = site.method().owner();
    String maker = registrant.site().method().owner();
    return isOf(where, maker) && mayTake(site, registrant.type())
        || world.types().supertypes(registrant.type()).stream()
            .filter(code::owns)
            .anyMatch(type -> isIn(where, type))
        || world.types().isSubtype(where, registrant.type());
  }

  /** Whether the undoing call can be given an object of the class. */
  private boolean mayTake(Site site, String type) {
    Body body = code.body(site.method()).orElseThrow();
    Step.Call call = (Step.Call) body.step(site.node());
    for (int argument : call.arguments()) {
      for (Origin origin : origins.of(body, site.node(), argument)) {
        String given = type(body, origin);
        if (!given.isEmpty() && !world.types().isSubtype(type, given)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The type of a value as far as the code around tells; empty if it tells nothing. */
  private String type(Body body, Origin origin) {
    if (origin instanceof Origin.Fresh fresh) {
      return fresh.type();
    } else if (origin instanceof Origin.OfParameter parameter && parameter.isThis()) {
      return parameter.body().method().owner();
    }
    return body.nodes().stream()
        .filter(
            node ->
                node.step() instanceof Step.Cast cast
                    && origins.of(body, node.id(), cast.from()).contains(origin))
        .map(node -> ((Step.Cast) node.step()).type())
        .findFirst()
        .orElse("");
  }

  /** Whether the class is the other, or written without a name in its methods. */
  private static boolean isOf(String type, String outer) {
    return type.equals(outer) || Names.isAnonymous(type) && isIn(type, outer);
  }

  private static boolean isIn(String type, String outer) {
    return type.equals(outer) || type.startsWith(outer + "$");
  }

  private void report(Pair pair, Registrant registrant, Map<String, Site> good, boolean others) {
    Set<String> like = new TreeSet<>();
    for (String peer : good.keySet()) {
      if (!registrant.keyed() || isRelated(peer, registrant.type())) {
        like.add(peer);
      }
    }
    if (like.size() < ENOUGH) {
      return;
    }
    Body body = code.body(registrant.site().method()).orElseThrow();
    Optional<Body> ending = lifecycle.endings(registrant.type()).stream().findFirst();
    List<String> names = like.stream().map(Names::simple).limit(2).toList();
    String undo = "`" + Names.simple(pair.type()) + "." + pair.remove() + "()`";
    String end = ending.map(e -> "`" + e.flow().source().name() + "()`").orElse("");
    String added = ((Step.Call) body.step(registrant.site().node())).callee().name();
    String message =
        "`"
            + added
            + "()` registers `"
            + Names.simple(registrant.type())
            + "`, and "
            + (end.isEmpty() ? "nothing in it calls " : "its " + end + " does not call ")
            + undo
            + ", as `"
            + String.join("` and `", names)
            + "` do when they end";
    List<PathStep> path = new ArrayList<>();
    path.add(
        new PathStep(
            PathStep.Kind.ACQUIRED, places.of(body, registrant.site().node()), "registered here"));
    ending.ifPresent(
        e -> path.add(new PathStep(PathStep.Kind.EXIT, places.of(e, 0), "does not call " + undo)));
    places
        .station(PathStep.Kind.RELEASED, good.get(like.iterator().next()), "a peer does it here")
        .ifPresent(path::add);
    Draft draft =
        new Draft(
            RULE,
            others ? Confidence.LOW : Confidence.MEDIUM,
            registrant.site(),
            message,
            "Call " + undo + (end.isEmpty() ? " when it ends" : " in " + end),
            path);
    drafts.computeIfAbsent(body.method().owner(), type -> new ArrayList<>()).add(draft);
  }

  /** Whether both have a supertype in the program. */
  private boolean isRelated(String one, String other) {
    return world.types().supertypes(one).stream()
        .filter(code::owns)
        .anyMatch(type -> !type.equals(one) && world.types().isSubtype(other, type));
  }
}
