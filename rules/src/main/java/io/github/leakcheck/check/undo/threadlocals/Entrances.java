package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Above;
import io.github.leakcheck.check.undo.Between;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.PathStep;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Judges thread locals that can be removed: methods by which a container enters the program, as
 * those of servlets and filters, bind a value on their way, and not all of them remove it.
 */
public final class Entrances {
  private static final String RULE = "thread-local-never-removed";
  private static final Comparator<MethodRef> BY_NAME = Comparator.comparing(MethodRef::toString);
  private static final Pattern ENTERED =
      Pattern.compile(".*(Servlet|Filter|Interceptor|Valve|Job|MessageListener|RequestListener)");

  private static final Pattern CALLED =
      Pattern.compile(
          "(service|do[A-Z]\\w*|filter|intercept|invoke|execute|on[A-Z]\\w*|\\w+Handle)");

  /** Called after the work, but only where nothing has failed. */
  private static final Set<String> NOT_ALWAYS = Set.of("postHandle");

  private final World world;
  private final Code code;
  private final Places places;
  private final Above above;
  private final Capacities capacities;
  private final ThreadValues values;

  public Entrances(World world) {
    this.world = world;
    this.code = Code.of(world);
    this.places = new Places(world);
    this.above = new Above(code);
    this.capacities = new Capacities(code);
    this.values = new ThreadValues(code);
  }

  /** The entrances that leave a value of the thread local behind, as far as that is known. */
  public List<Draft> judge(TypeFacts owner, FieldFacts facts) {
    FieldKey field = new FieldKey(owner.name(), facts.name());
    List<Use> uses = FieldUses.of(world).of(field);
    Set<MethodRef> removing = methods(uses.stream().filter(use -> isCall(use, "remove")));
    Set<MethodRef> binding = methods(uses.stream().filter(use -> binds(use, uses)));
    if (removing.isEmpty() || binding.isEmpty() || world.program().sight() == Sight.FILE) {
      return List.of();
    }
    Optional<Set<MethodRef>> removers = above.of(removing);
    Optional<Set<MethodRef>> binders = above.of(binding);
    return removers.isEmpty() || binders.isEmpty()
        ? List.of()
        : judge(owner, facts, binders.get(), removers.get(), removing);
  }

  private List<Draft> judge(
      TypeFacts owner,
      FieldFacts field,
      Set<MethodRef> binders,
      Set<MethodRef> removers,
      Set<MethodRef> removing) {
    List<MethodRef> ends = removers.stream().filter(this::isEntrance).sorted(BY_NAME).toList();
    Optional<String> why = why(ends, binders, removers.equals(removing) ? removing : Set.of());
    if (why.isEmpty()) {
      return List.of();
    }
    return binders.stream()
        .filter(method -> isEntrance(method) && !removers.contains(method))
        .filter(method -> ends.stream().noneMatch(end -> mayEnd(end, method)))
        .sorted(BY_NAME)
        .flatMap(method -> code.body(method).stream())
        .flatMap(entrance -> place(entrance, binders).stream())
        .distinct()
        .map(site -> draft(owner, field, site, why.get()))
        .toList();
  }

  /** Why what an entrance binds stays; empty if something may take it away from all. */
  private Optional<String> why(
      List<MethodRef> ends, Set<MethodRef> binders, Set<MethodRef> uncalled) {
    if (ends.isEmpty()) {
      return !uncalled.isEmpty() && uncalled.stream().allMatch(this::isOpen)
          ? Optional.of("nothing calls " + name(min(uncalled)) + ", which would remove it")
          : Optional.empty();
    }
    if (ends.stream().allMatch(end -> NOT_ALWAYS.contains(end.name()))) {
      return Optional.of(name(ends.get(0)) + " is not called to remove it when the work fails");
    }
    return binders.containsAll(ends)
        ? Optional.of(name(ends.get(0)) + " alone removes what it has bound")
        : Optional.empty();
  }

  private static MethodRef min(Set<MethodRef> methods) {
    return methods.stream().min(BY_NAME).orElseThrow();
  }

  private static String name(MethodRef method) {
    return "`" + Names.simple(method.owner()) + "." + method.name() + "()`";
  }

  /** Whether the one ends what the other begins: in one class, or its part or subclass. */
  private boolean mayEnd(MethodRef end, MethodRef begin) {
    return !NOT_ALWAYS.contains(end.name())
        && (isOf(end.owner(), begin.owner()) || isOf(begin.owner(), end.owner()));
  }

  private boolean isOf(String type, String other) {
    return type.startsWith(other + "$") || world.types().isSubtype(type, other);
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Site site, String why) {
    Body body = code.body(site.method()).orElseThrow();
    List<PathStep> path =
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, places.of(owner, field), "the thread local"),
            new PathStep(PathStep.Kind.GROWS, places.of(body, site.node()), "keeps a value"));
    return new Draft(
        RULE,
        Confidence.MEDIUM,
        site,
        "`"
            + body.flow().source().name()
            + "()` binds a value of `"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` to its thread, and "
            + why,
        "Remove it in a finally block of `" + body.flow().source().name() + "()`",
        path);
  }

  private static Set<MethodRef> methods(Stream<Use> uses) {
    Set<MethodRef> found = new HashSet<>();
    uses.forEach(use -> found.add(use.site().method()));
    return found;
  }

  private static boolean isCall(Use use, String name) {
    return use.kind() == Use.Kind.CALLED
        && use.reach() == Use.Reach.ITSELF
        && use.call().callee().name().equals(name);
  }

  /** A value set, or made by the thread local when it is first asked for one. */
  private boolean binds(Use use, List<Use> uses) {
    return isCall(use, "set") && values.of(use) == ThreadValues.Value.OBJECT
        || isCall(use, "get") && uses.stream().anyMatch(this::makesFirst);
  }

  private boolean makesFirst(Use use) {
    return use.kind() == Use.Kind.WRITTEN
        && Origins.of(code).stored(use.site()).stream()
            .anyMatch(local -> capacities.initial(local).isPresent());
  }

  /** Whether a container calls the method for each request or message. */
  private boolean isEntrance(MethodRef method) {
    return !method.isConstructor()
        && !Names.isAnonymous(method.owner())
        && method.parameters() != null
        && !method.parameters().isEmpty()
        && world.types().supertypes(method.owner()).stream()
            .filter(type -> !code.owns(type) && ENTERED.matcher(type).matches())
            .anyMatch(type -> declares(type, method));
  }

  /** Whether the type of a library has the method; by its name, where the library is missing. */
  private boolean declares(String type, MethodRef method) {
    return world
        .program()
        .type(type)
        .map(facts -> facts.method(method).isPresent())
        .orElse(CALLED.matcher(method.name()).matches());
  }

  /** Whether others might call the method, were they told to. */
  private boolean isOpen(MethodRef method) {
    return code.body(method).filter(body -> !body.flow().isLambdaBody()).isPresent()
        && !method.name().startsWith("<")
        && !Access.has(code.body(method).get().flow().access(), Access.PRIVATE);
  }

  /** Where the class binds: in the method that has a place to clean up, if there is one. */
  private Optional<Site> place(Body entrance, Set<MethodRef> binders) {
    Optional<Site> first = Optional.empty();
    for (Node node : entrance.nodes()) {
      Optional<Body> target =
          node.step() instanceof Step.Call call ? code.target(call) : Optional.empty();
      if (target.isPresent() && binders.contains(target.get().method())) {
        first = first.or(() -> Optional.of(entrance.site(node.id())));
        boolean inside =
            target.get().method().owner().equals(entrance.method().owner())
                && !cleansUp(entrance)
                && cleansUp(target.get());
        if (inside) {
          return place(target.get(), binders);
        }
      }
    }
    return first;
  }

  private static boolean cleansUp(Body body) {
    return body.nodes().stream()
        .anyMatch(node -> node.step() instanceof Step.Catch any && Between.takesAll(any));
  }
}
