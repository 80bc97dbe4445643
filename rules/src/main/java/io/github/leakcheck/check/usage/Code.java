package io.github.leakcheck.check.usage;

import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All bodies of the classes to judge, indexed. Read once per analysis; method graphs are fetched
 * again when asked for, only sites are kept.
 */
public final class Code {
  private static final int CLASSES_KEPT = 200;

  private final World world;
  private final Map<String, List<Called>> calls = new HashMap<>();
  private final Map<String, List<Site>> made = new HashMap<>();
  private final Map<FieldKey, List<Site>> loads = new HashMap<>();
  private final Map<FieldKey, List<Site>> stores = new HashMap<>();
  private final Map<FieldKey, FieldKey> declared = new HashMap<>();
  private final Map<MethodRef, List<Site>> functions = new HashMap<>();
  private final Map<MethodRef, List<Site>> callers = new HashMap<>();
  private final Map<String, Set<String>> nests = new HashMap<>();
  private final Map<String, Map<MethodRef, Body>> bodies = recentlyUsed();

  /** Those not used of late, for as long as there is room: reading a class anew is costly. */
  private final Map<String, SoftReference<Map<MethodRef, Body>>> spare = new HashMap<>();

  /** A call as it stands in the code: which method it names, and where. */
  public record Called(MethodRef callee, Site site) {}

  private Code(World world) {
    this.world = world;
    for (String name : world.program().classes()) {
      nests.computeIfAbsent(nestOf(name), n -> new LinkedHashSet<>()).add(name);
      world.program().facts(name).ifPresent(this::index);
    }
  }

  /** The index of this analysis. */
  public static Code of(World world) {
    return world.once(Code.class, Code::new);
  }

  public World world() {
    return world;
  }

  private static <K, V> Map<K, V> recentlyUsed() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > CLASSES_KEPT;
      }
    };
  }

  private void index(ClassFacts facts) {
    for (MethodFlow flow : facts.flows()) {
      for (Node node : flow.nodes()) {
        index(node.step(), new Site(flow.method(), node.id()));
      }
    }
  }

  private void index(Step step, Site site) {
    if (step instanceof Step.Call call) {
      calls.computeIfAbsent(key(call.callee()), k -> new ArrayList<>(1)).add(called(call, site));
    } else if (step instanceof Step.New made) {
      this.made.computeIfAbsent(made.type(), k -> new ArrayList<>(1)).add(site);
    } else if (step instanceof Step.LoadField load) {
      loads.computeIfAbsent(key(load.field()), k -> new ArrayList<>(2)).add(site);
    } else if (step instanceof Step.StoreField store) {
      stores.computeIfAbsent(key(store.field()), k -> new ArrayList<>(2)).add(site);
    } else if (step instanceof Step.Lambda lambda && lambda.body() != null) {
      functions.computeIfAbsent(lambda.body(), k -> new ArrayList<>(1)).add(site);
    }
  }

  /** The field that code means: accesses may name a subclass of the one that declares it. */
  public FieldKey key(FieldRef field) {
    return declared.computeIfAbsent(new FieldKey(field.owner(), field.name()), this::declaration);
  }

  private FieldKey declaration(FieldKey named) {
    for (String type : world.types().supertypes(named.owner())) {
      if (world.program().type(type).flatMap(t -> t.field(named.name())).isPresent()) {
        return new FieldKey(type, named.name());
      }
    }
    return named;
  }

  private static Called called(Step.Call call, Site site) {
    return new Called(call.callee(), site);
  }

  /** Nothing but its own class has a constructor, while methods of one name may be many. */
  private static String key(MethodRef method) {
    String owner = method.isConstructor() ? " " + method.owner() : "";
    return method.name() + (method.parameters() == null ? "" : method.parameters().size()) + owner;
  }

  /** Name of the outermost class, as binary names spell it. */
  public static String nestOf(String className) {
    int dollar = className.indexOf('$', className.lastIndexOf('.') + 2);
    return dollar < 0 ? className : className.substring(0, dollar);
  }

  /** Classes to judge that have the same outermost class. */
  public Collection<String> nest(String className) {
    return nests.getOrDefault(nestOf(className), Set.of());
  }

  /** Of the classes to judge, the class itself and those that are written in it. */
  public List<String> within(String className) {
    return nest(className).stream()
        .filter(type -> type.equals(className) || type.startsWith(className + "$"))
        .toList();
  }

  /** Whether the class is one of those to judge. */
  public boolean owns(String className) {
    return nest(className).contains(className);
  }

  /** Calls that may run this method, and references to it; lambdas are found at their creation. */
  public List<Site> callers(MethodRef method) {
    List<Site> found = callers.get(method);
    if (found == null) {
      found = Collections.unmodifiableList(findCallers(method));
      callers.put(method, found);
    }
    return found;
  }

  private List<Site> findCallers(MethodRef method) {
    List<Site> found = new ArrayList<>(functions.getOrDefault(method, List.of()));
    for (Called called : calls.getOrDefault(key(method), List.of())) {
      if (mayMean(called.callee(), method)) {
        found.add(called.site());
      }
    }
    return found;
  }

  private boolean mayMean(MethodRef callee, MethodRef method) {
    if (!callee.overrides(method)) {
      return false;
    }
    if (callee.owner().equals(method.owner())) {
      return true;
    }
    return !method.isConstructor()
        && (world.types().isSubtype(method.owner(), callee.owner())
            || world.types().isSubtype(callee.owner(), method.owner()));
  }

  /** Calls of any method with this name and number of parameters. */
  public List<Called> callsNamed(String name, int parameters) {
    return Collections.unmodifiableList(calls.getOrDefault(name + parameters, List.of()));
  }

  /** Names of the methods that are called, each followed by its number of parameters. */
  public Set<String> callKeys() {
    return Collections.unmodifiableSet(calls.keySet());
  }

  /** Where the lambda body or referenced method is made a function. */
  public List<Site> functionSites(MethodRef body) {
    return functions.getOrDefault(body, List.of());
  }

  /** Where objects of exactly this class are made. */
  public List<Site> made(String type) {
    return made.getOrDefault(type, List.of());
  }

  public List<Site> loads(FieldKey field) {
    return loads.getOrDefault(field, List.of());
  }

  public List<Site> stores(FieldKey field) {
    return stores.getOrDefault(field, List.of());
  }

  /** The body of exactly this method, in the classes to judge or elsewhere. */
  public Optional<Body> body(MethodRef method) {
    if (!owns(method.owner())) {
      return world.program().body(method).map(Body::new);
    }
    return Optional.ofNullable(bodiesOf(method.owner()).get(method));
  }

  /** All bodies of a class to judge, lambda bodies included. */
  public Collection<Body> bodies(String className) {
    return bodiesOf(className).values();
  }

  private Map<MethodRef, Body> bodiesOf(String className) {
    Map<MethodRef, Body> known = bodies.get(className);
    if (known == null) {
      SoftReference<Map<MethodRef, Body>> kept = spare.get(className);
      known = kept == null ? null : kept.get();
      if (known == null) {
        known = read(className);
        spare.put(className, new SoftReference<>(known));
      }
      bodies.put(className, known);
    }
    return known;
  }

  private Map<MethodRef, Body> read(String className) {
    Map<MethodRef, Body> found = new LinkedHashMap<>();
    Optional<ClassFacts> facts = world.program().facts(className);
    for (MethodFlow flow : facts.map(ClassFacts::flows).orElse(List.of())) {
      found.put(flow.method(), new Body(flow));
    }
    return found;
  }

  /** The body that a call runs as far as its static receiver tells: declared there or inherited. */
  public Optional<Body> target(Step.Call call) {
    MethodRef callee = call.callee();
    if (callee.parameters() == null || Platform.isJdk(callee.owner())) {
      return Optional.empty();
    }
    for (String owner : world.types().supertypes(callee.owner())) {
      if (Platform.isJdk(owner)) {
        continue;
      }
      Optional<MethodRef> declared =
          world
              .program()
              .type(owner)
              .flatMap(t -> t.method(callee))
              .map(TypeFacts.MethodFacts::ref);
      if (declared.isPresent()) {
        return body(declared.get().in(owner));
      }
    }
    return Optional.empty();
  }
}
