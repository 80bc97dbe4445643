package io.github.leakcheck.check.usage;

import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which methods end the life of their object. */
public final class Lifecycle {
  private static final Pattern ENDS =
      Pattern.compile(
          "(close|dispose|destroy|shutdown|shutDown|stop|terminate|release|cleanup|cleanUp|tearDown"
              + "|teardown|deactivate|disconnect|uninstall|unbind|detach|undeploy|unload|disable|halt"
              + "|doClose|doStop|doShutdown|onDestroy|onDetach|removeNotify|contextDestroyed|dismiss"
              + "|preDestroy|shutdownNow|end|channelInactive|handlerRemoved|sessionDestroyed"
              + "|onClosed?|onStop|onDisconnect(ed)?|onDetached|onShut[dD]own|onDispose|onTerminate"
              + "|onUninstall|onUnload|onUndeploy|onDeactivate|onTearDown|doDestroy|doDispose"
              + "|serviceStop)([A-Z].*)?");
  private static final Set<String> MARKS = Set.of("PreDestroy", "Disposes", "AfterAll");

  private final World world;
  private final Code code;
  private final Map<String, List<Body>> endings = new HashMap<>();

  private Lifecycle(Code code) {
    this.world = code.world();
    this.code = code;
  }

  /** That of this analysis: many judges ask the same of the same class. */
  public static Lifecycle of(Code code) {
    return code.world().once(Lifecycle.class, world -> new Lifecycle(code));
  }

  /** Whether the method's name or annotation says that it ends its object's life. */
  public static boolean ends(MethodFlow flow) {
    return ENDS.matcher(flow.source().name()).matches() && !endsArgument(flow)
        || flow.annotations().stream().anyMatch(MARKS::contains);
  }

  /** {@code closeConnection(Connection)}: what it ends is what it is given. */
  private static boolean endsArgument(MethodFlow flow) {
    List<String> given = flow.method().parameters();
    return given != null
        && given.stream()
            .filter(type -> type.indexOf('.') > 0)
            .anyMatch(type -> flow.source().name().endsWith(Names.simple(type)));
  }

  /** Bodies in the class, its superclasses and the classes nested in it that end its life. */
  public List<Body> endings(String className) {
    List<Body> known = endings.get(className);
    if (known == null) {
      known = find(className);
      endings.put(className, known);
    }
    return known;
  }

  private List<Body> find(String className) {
    List<Body> found = new ArrayList<>();
    for (String type : world.types().supertypes(className)) {
      if (code.owns(type)) {
        for (Body body : code.bodies(type)) {
          if (ends(body.flow()) && !body.flow().isLambdaBody() && !body.flow().isStatic()) {
            found.add(body);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  /** Whether objects of the class are closed by somebody: it or a supertype has such a method. */
  public Optional<String> ending(String className) {
    List<Body> own = endings(className);
    if (!own.isEmpty()) {
      return Optional.of(own.get(0).flow().source().name());
    }
    for (String type : world.types().supertypes(className)) {
      if (type.equals("java.lang.Thread")) {
        continue; // its stop() ends nothing any more
      }
      Optional<String> inherited =
          world.program().type(type).flatMap(facts -> declaredEnding(facts));
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> declaredEnding(TypeFacts facts) {
    return facts.methods().stream()
        .filter(method -> !Access.has(method.access(), Access.STATIC))
        .filter(method -> Access.has(method.access(), Access.PUBLIC | Access.PROTECTED))
        .map(method -> method.ref())
        .filter(ref -> ref.parameters() != null && ref.parameters().isEmpty())
        .map(MethodRef::name)
        .filter(name -> ENDS.matcher(name).matches())
        .findFirst();
  }
}
