package io.github.leakcheck.check.undo;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Looks for the call that undoes, where it could be. */
public final class Undoings {
  private final World world;
  private final Code code;
  private final UndoingHelpers helpers;

  public Undoings(Code code) {
    this.world = code.world();
    this.code = code;
    this.helpers = new UndoingHelpers(code);
  }

  /**
   * Calls of the undoing method in the nest of the class, its ancestors or descendants; where there
   * are none, calls of methods elsewhere that pass what they are given to it.
   */
  public List<Site> near(String className, Registration made) {
    Set<String> types = new LinkedHashSet<>(code.nest(className));
    for (String type : Set.copyOf(code.nest(className))) {
      for (String ancestor : world.types().supertypes(type)) {
        types.addAll(code.nest(ancestor));
      }
      types.addAll(world.program().directSubtypes(type));
    }
    List<Signature> undos = undos(made.line());
    Site own = made.body().site(made.node());
    List<Site> found = new ArrayList<>();
    for (String type : types) {
      for (Body body : code.bodies(type)) {
        in(body, undos).stream().filter(site -> !site.equals(own)).forEach(found::add);
      }
    }
    return found.isEmpty() ? byHelpers(types, undos) : found;
  }

  private List<Site> byHelpers(Set<String> types, List<Signature> undos) {
    Predicate<MethodRef> undoes = callee -> undos.stream().anyMatch(undo -> fits(undo, callee));
    List<Site> found = new ArrayList<>();
    for (String type : types) {
      for (Body body : code.bodies(type)) {
        for (Node node : body.nodes()) {
          if (node.step() instanceof Step.Call call
              && !types.contains(call.callee().owner())
              && helpers.undo(call.callee(), undoes)) {
            found.add(body.site(node.id()));
          }
        }
      }
    }
    return found;
  }

  /** What the line names, and what removes from the same type by a line of the same rule. */
  private List<Signature> undos(Api line) {
    Signature undo = line.undo().orElseThrow();
    List<Signature> found = new ArrayList<>(List.of(undo));
    for (Api other : world.catalog().apis(Role.REMOVES)) {
      if (other.rule().equals(line.rule()) && other.signature().owner().equals(undo.owner())) {
        found.add(other.signature());
      }
    }
    return found;
  }

  private List<Site> in(Body body, List<Signature> undos) {
    List<Site> found = new ArrayList<>();
    for (Node node : body.nodes()) {
      Optional<MethodRef> callee = called(node.step());
      if (callee.isPresent() && undos.stream().anyMatch(undo -> fits(undo, callee.get()))) {
        found.add(body.site(node.id()));
      }
    }
    return found;
  }

  private static Optional<MethodRef> called(Step step) {
    if (step instanceof Step.Call call) {
      return Optional.of(call.callee());
    }
    return step instanceof Step.Lambda lambda && lambda.reference()
        ? Optional.ofNullable(lambda.body())
        : Optional.empty();
  }

  /** The static type may be a supertype of the one the line names, as with {@code close()}. */
  private boolean fits(Signature undo, MethodRef callee) {
    return undo.matches(callee, world.types())
        || undo.matches(callee.in(undo.owner()), world.types())
            && world.types().isSubtype(undo.owner(), callee.owner());
  }

  /**
   * Whether some class that registers nothing of the kind calls it: it may do so for the
   * registrant. A static helper does so for those who call it.
   */
  public boolean far(Registration made) {
    Signature undo = made.line().undo().orElseThrow();
    Set<String> registrars = new HashSet<>();
    calls(made.line().signature())
        .forEach(site -> registrars.add(Code.nestOf(site.method().owner())));
    return calls(undo).stream()
        .flatMap(
            site -> helpers.isOne(site) ? code.callers(site.method()).stream() : Stream.of(site))
        .anyMatch(site -> !registrars.contains(Code.nestOf(site.method().owner())));
  }

  private List<Site> calls(Signature signature) {
    int parameters = signature.parameters() == null ? -1 : signature.parameters().size();
    List<Site> found = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      if (parameters < 0 || parameters == n) {
        for (Code.Called called : code.callsNamed(signature.name(), n)) {
          if (fits(signature, called.callee())) {
            found.add(called.site());
          }
        }
      }
    }
    return found;
  }
}
