package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what a handler keeps for each connection, when nothing that is told of the connection's end
 * takes it out: whoever hangs up in the middle leaves an entry behind.
 */
public final class EndedConnections {
  private static final Set<String> CONNECTIONS =
      Set.of(
          "io.netty.channel.Channel",
          "io.netty.channel.ChannelHandlerContext",
          "io.netty.channel.ChannelId",
          "org.apache.mina.core.session.IoSession",
          "javax.websocket.Session",
          "jakarta.websocket.Session",
          "org.springframework.web.socket.WebSocketSession",
          "org.eclipse.jetty.websocket.api.Session",
          "org.java_websocket.WebSocket",
          "javax.servlet.http.HttpSession",
          "jakarta.servlet.http.HttpSession");

  private static final Pattern TELLS =
      Pattern.compile("id|getId|channel|remoteAddress|as(Short|Long)Text");

  /** What is run when a connection is over, or from time to time. */
  private static final Pattern OVER =
      Pattern.compile(
          "(?i).*(clos|inactive|unregister|removed|disconnect|destroy|lost|operationComplete"
              + "|invalidat|expire|timeout|timedout|unbound|unbind|evict|sweep|purge|clean).*");

  private final Code code;
  private final Origins origins;
  private final FieldUses fieldUses;
  private final Capacities capacities;
  private final Places places;

  private EndedConnections(World world) {
    this.code = Code.of(world);
    this.origins = Origins.of(code);
    this.fieldUses = FieldUses.of(world);
    this.capacities = new Capacities(code);
    this.places = new Places(world);
  }

  /** The judge of this analysis. */
  public static EndedConnections of(World world) {
    return world.once(EndedConnections.class, EndedConnections::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (field.type().indexOf('.') < 0) {
      return Optional.empty();
    }
    List<Use> uses = fieldUses.of(new FieldKey(owner.name(), field.name()));
    Optional<Use> added = uses.stream().filter(use -> connection(use).isPresent()).findFirst();
    return added.isEmpty()
            || uses.stream().anyMatch(use -> use.kind() == Use.Kind.PASSED)
            || capacities.ofField(uses).kind().compareTo(Capacity.Kind.FIXED) <= 0
            || uses.stream().filter(Use::removes).anyMatch(this::isToldOfEnd)
        ? Optional.empty()
        : added.map(use -> draft(owner, field, use));
  }

  /** The type of the connection that the entry is for. */
  private Optional<String> connection(Use add) {
    Optional<Body> body =
        add.adds() && add.reach() == Use.Reach.ITSELF && !add.call().arguments().isEmpty()
            ? code.body(add.site().method())
            : Optional.empty();
    return body.filter(b -> !b.method().isConstructor()).stream()
        .flatMap(b -> origins.of(b, add.site().node(), add.call().arguments().get(0)).stream())
        .flatMap(origin -> connection(origin).stream())
        .findFirst();
  }

  private Optional<String> connection(Origin key) {
    if (key instanceof Origin.Result told
        && told.call().receiver() != Step.NONE
        && TELLS.matcher(told.call().callee().name()).matches()) {
      return known(told.call().callee().owner());
    }
    return known(Added.type(key));
  }

  private Optional<String> known(String type) {
    return CONNECTIONS.stream().filter(of -> code.world().types().isSubtype(type, of)).findFirst();
  }

  /** Whether the removal goes on when a connection ends, or from time to time. */
  private boolean isToldOfEnd(Use removal) {
    if (removal.reach() != Use.Reach.ITSELF
        || removal.call() == null
        || removal.call().arguments().isEmpty()) {
      return true;
    }
    Set<MethodRef> seen = new HashSet<>();
    Deque<MethodRef> open = new ArrayDeque<>(List.of(removal.site().method()));
    while (!open.isEmpty()) {
      MethodRef at = open.poll();
      Optional<Body> body = code.body(at);
      if (body.isEmpty()
          || body.get().flow().isLambdaBody()
          || OVER.matcher(body.get().flow().source().name()).matches()
          || !body.get().flow().annotations().isEmpty() && !isOverride(body.get())
          || code.callers(at).isEmpty() && !isCalledByLibrary(at)) {
        return true;
      }
      if (seen.add(at)) {
        code.callers(at).stream().map(Site::method).forEach(open::add);
      }
    }
    return false;
  }

  /** Of what a library declares its name says when it is called; who else calls is not known. */
  private boolean isCalledByLibrary(MethodRef method) {
    return code.world().types().supertypes(method.owner()).stream()
        .filter(type -> !code.owns(type))
        .flatMap(type -> code.world().program().type(type).stream())
        .anyMatch(type -> type.method(method).isPresent());
  }

  private static boolean isOverride(Body body) {
    return body.flow().annotations().stream().allMatch("Override"::equals);
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use added) {
    String what = Names.simple(connection(added).orElse(""));
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` gets an entry for each `"
            + what
            + "`, which stays when the connection ends first: nothing that is told of the end"
            + " takes it out";
    PathStep declared =
        new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "entries for connections");
    return new Draft(
        "shared-cache-only-grows",
        Confidence.MEDIUM,
        added.site(),
        message,
        "Remove the entry where the end of the connection is told, as in channelInactive()",
        List.of(declared));
  }
}
