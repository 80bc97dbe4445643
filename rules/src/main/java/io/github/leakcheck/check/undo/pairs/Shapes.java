package io.github.leakcheck.check.undo.pairs;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Knows registrations that the catalogue has no line about by their shape: a method takes a
 * listener, and the same type has its opposite, or what it returns is there to take it back.
 */
public final class Shapes {
  private static final String RULE = "listener-never-removed";
  private static final String LISTENERS =
      "(Listener|Observer|Callback|Subscriber|Watcher|Hook|EventHandler)";
  private static final Pattern LISTENS = Pattern.compile(".*" + LISTENERS);
  private static final Pattern NAMED = Pattern.compile(".*" + LISTENERS + "s?");

  /** Those who register with such an object listen to it, whatever they are. */
  private static final Pattern BUS =
      Pattern.compile(".*(Bus|Dispatcher|Publisher|Notifier|Broadcaster|EventManager|EventSource)");

  static final Set<String> CALLED =
      Set.of("java.lang.Object", "java.lang.Runnable", "java.lang.AutoCloseable");

  /** Take back themselves what they subscribe to, and end with the stream. */
  private static final Set<String> SUBSCRIBERS =
      Set.of("org.reactivestreams.Subscriber", "java.util.concurrent.Flow$Subscriber");

  private static final Pattern HANDLE =
      Pattern.compile(".*(Registration|Subscription|Handle|Disposable|Cancell?able|Closeable)");
  private static final Pattern TAKES_BACK =
      Pattern.compile(
          "(remove|unregister|deregister|delete|unsubscribe|detach|unset|clear|drop|forget|cancel)"
              + "([A-Z].*)?");
  static final Set<String> ENDS_HANDLE =
      Set.of("remove", "unregister", "unsubscribe", "dispose", "cancel", "close", "deregister");

  private final World world;

  public Shapes(World world) {
    this.world = world;
  }

  /** What the catalogue would say of the call if it knew the method; empty if nothing tells. */
  public Optional<Api> line(Step.Call call) {
    MethodRef callee = call.callee();
    Set<String> opposites = Verbs.opposites(callee.name());
    OptionalInt listener = opposites.isEmpty() ? OptionalInt.empty() : listener(callee);
    if (listener.isEmpty() || isKnown(callee)) {
      return Optional.empty();
    }
    return handle(callee)
        .or(() -> partner(callee, opposites, listener.getAsInt()))
        .map(undo -> line(callee, undo, listener.getAsInt()));
  }

  /** The same where the type has nothing that could take a listener of this kind back. */
  public Optional<Api> oneWay(Step.Call call) {
    MethodRef callee = call.callee();
    Set<String> opposites = Verbs.opposites(callee.name());
    OptionalInt listener = opposites.isEmpty() ? OptionalInt.empty() : listener(callee);
    if (listener.isEmpty()
        || isKnown(callee)
        || SUBSCRIBERS.contains(callee.parameters().get(listener.getAsInt()))
        || !callee.result().equals("void")
        || !world.types().isComplete(callee.owner())) {
      return Optional.empty();
    }
    String taken = callee.parameters().get(listener.getAsInt());
    String undo = opposites.iterator().next();
    return world.types().supertypes(callee.owner()).stream()
            .flatMap(type -> world.program().type(type).stream())
            .flatMap(facts -> facts.methods().stream())
            .map(MethodFacts::ref)
            .anyMatch(ref -> mayTakeBack(ref, undo, taken))
        ? Optional.empty()
        : Optional.of(line(callee, new Signature(callee.owner(), undo, null), listener.getAsInt()));
  }

  private boolean mayTakeBack(MethodRef ref, String undo, String taken) {
    return ref.name().startsWith(undo) && (ref.parameters() == null || ref.parameters().size() != 1)
        || TAKES_BACK.matcher(ref.name()).matches()
            && (ref.parameters() == null
                || ref.parameters().isEmpty()
                || ref.parameters().stream().anyMatch(p -> isLike(p, taken)));
  }

  private boolean isLike(String parameter, String taken) {
    return world.types().isSubtype(parameter, taken) || world.types().isSubtype(taken, parameter);
  }

  private static Api line(MethodRef callee, Signature undo, int listener) {
    Map<String, String> keys =
        Map.of(
            Key.LIFETIME.word(), "instance",
            Key.CONFIDENCE.word(), "medium",
            Key.ARGUMENT.word(), Integer.toString(listener));
    boolean handle = undo.parameters() != null;
    String owner = handle ? callee.owner() : undo.owner();
    Signature does = new Signature(owner, callee.name(), callee.parameters());
    return new Api(Role.DOES, does, Optional.of(undo), keys, "", RULE, "");
  }

  /** Where the listener stands: by its type, or as what a method that is named after it takes. */
  static OptionalInt listener(MethodRef callee) {
    List<String> types = callee.parameters();
    if (types == null) {
      return OptionalInt.empty();
    }
    OptionalInt typed =
        IntStream.range(0, types.size())
            .filter(i -> LISTENS.matcher(Names.simple(types.get(i))).matches())
            .findFirst();
    boolean named =
        NAMED.matcher(callee.name()).matches()
            || types.size() == 1 && BUS.matcher(Names.simple(callee.owner())).matches();
    return typed.isEmpty() && named
        ? IntStream.range(0, types.size()).filter(i -> mayListen(types.get(i))).findFirst()
        : typed;
  }

  private static boolean mayListen(String type) {
    return type.indexOf('.') > 0
        && (!type.startsWith("java.lang.") || CALLED.contains(type))
        && !type.endsWith("[]");
  }

  private boolean isKnown(MethodRef callee) {
    return callee.isConstructor()
        || callee.name().contains("Future")
        || Platform.isJdk(callee.owner())
        || world.types().isSubtype(callee.owner(), "java.util.Collection")
        || world.types().isSubtype(callee.owner(), "java.util.Map");
  }

  private Optional<Signature> handle(MethodRef callee) {
    String type = callee.result();
    if (!HANDLE.matcher(Names.simple(type)).matches()
        || world.types().isSubtype(callee.owner(), type)) {
      return Optional.empty();
    }
    return world.types().supertypes(type).stream()
        .flatMap(t -> world.program().type(t).stream())
        .flatMap(facts -> facts.methods().stream())
        .map(MethodFacts::ref)
        .filter(ref -> ENDS_HANDLE.contains(ref.name()) && List.of().equals(ref.parameters()))
        .findFirst()
        .map(ref -> new Signature(type, ref.name(), List.of()));
  }

  /** The opposite that takes such a listener, in the highest type that declares both. */
  private Optional<Signature> partner(MethodRef callee, Set<String> opposites, int listener) {
    String taken = callee.parameters().get(listener);
    for (String remove : opposites) {
      String highest = null;
      for (String type : world.types().supertypes(callee.owner())) {
        Optional<TypeFacts> facts =
            Platform.isJdk(type) ? Optional.empty() : world.program().type(type);
        if (facts.filter(t -> declares(t, callee, remove, taken)).isPresent()) {
          highest = type;
        }
      }
      if (highest != null) {
        return Optional.of(new Signature(highest, remove, null));
      }
    }
    return Optional.empty();
  }

  private static boolean declares(TypeFacts facts, MethodRef add, String remove, String taken) {
    return facts.method(add).isPresent()
        && facts.methods().stream()
            .map(MethodFacts::ref)
            .filter(ref -> ref.name().equals(remove) && ref.parameters() != null)
            .anyMatch(ref -> ref.parameters().contains(taken));
  }
}
