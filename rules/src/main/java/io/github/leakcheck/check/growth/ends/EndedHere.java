package io.github.leakcheck.check.growth.ends;

import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds where a class ends single things of the kind that one of its collections keeps, other than
 * at its own end: whoever wrote it knew that they come and go while their keeper stays.
 */
final class EndedHere {
  private final Pattern ends;
  private final Code code;
  private final Origins origins;

  /**
   * @param ends names of methods that end things for good
   */
  EndedHere(Code code, Pattern ends) {
    this.ends = ends;
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Where the classes around the owner end something that was added here, judged by its type. */
  Optional<Site> of(TypeFacts owner, Use added, List<Use> uses) {
    Optional<Body> body = code.body(added.site().method());
    List<String> types =
        body.stream().flatMap(b -> types(b, added)).filter(this::hasEnd).distinct().toList();
    return types.isEmpty()
        ? Optional.empty()
        : code.nest(owner.name()).stream()
            .flatMap(type -> code.bodies(type).stream())
            .filter(b -> !b.method().equals(added.site().method()) && !isOwnEnd(owner, b))
            .flatMap(b -> ended(b, types, uses).stream())
            .findFirst();
  }

  private boolean isOwnEnd(TypeFacts owner, Body body) {
    return body.method().isConstructor()
        || body.flow().source().className().equals(owner.name()) && Lifecycle.ends(body.flow());
  }

  /** The classes of the key and the value, or of the element, that are no platform's. */
  private Stream<String> types(Body body, Use added) {
    return origins
        .ofArguments(body, added.site().node(), added.call())
        .map(Added::type)
        .filter(type -> type.indexOf('.') > 0 && !Platform.isJdk(type));
  }

  private boolean hasEnd(String type) {
    return code.world().types().supertypes(type).stream()
        .flatMap(owner -> code.world().program().type(owner).stream())
        .flatMap(facts -> facts.methods().stream())
        .filter(method -> !Access.has(method.access(), Access.STATIC))
        .map(TypeFacts.MethodFacts::ref)
        .anyMatch(ref -> List.of().equals(ref.parameters()) && ends.matcher(ref.name()).matches());
  }

  private Optional<Site> ended(Body body, List<String> types, List<Use> uses) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call
          && call.receiver() != Step.NONE
          && call.arguments().isEmpty()
          && ends.matcher(call.callee().name()).matches()
          && types.stream().anyMatch(type -> isOf(type, call.callee().owner()))
          && isGiven(body, node, call, uses)) {
        return Optional.of(body.site(node.id()));
      }
    }
    return Optional.empty();
  }

  private boolean isOf(String type, String owner) {
    return code.world().types().isSubtype(type, owner)
        || code.world().types().isSubtype(owner, type);
  }

  /** Neither made on the spot, nor the object itself, nor one after the other of the collection. */
  private boolean isGiven(Body body, Node node, Step.Call call, List<Use> uses) {
    Set<Origin> found = origins.of(body, node.id(), call.receiver());
    return !found.isEmpty()
        && found.stream()
            .allMatch(o -> o.isGiven() || o instanceof Origin.OfField f && isCaptured(f))
        && uses.stream().noneMatch(use -> use.site().method().equals(body.method()));
  }

  /** Compilers keep the locals that an anonymous class uses in fields of their own naming. */
  private static boolean isCaptured(Origin.OfField field) {
    return field.field().name().startsWith("val$");
  }
}
