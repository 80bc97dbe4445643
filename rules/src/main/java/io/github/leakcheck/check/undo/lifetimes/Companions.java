package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells sources that live no longer than who registers with them, though they are given. */
final class Companions {
  private static final Pattern ANSWERS =
      Pattern.compile("(on|handle|accept|process|channel|session|connection)([A-Z].*)?");

  private static final Pattern MAKES = Pattern.compile("(create|make|new|build)([A-Z].*)?");

  private final Code code;
  private final Origins origins;
  private final LastingSources lasting;

  Companions(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.lasting = new LastingSources(code);
  }

  /** Whether the source ends with the registrant as far as their types and makers tell. */
  boolean endTogether(Registration registration) {
    String source = registration.call().callee().owner();
    boolean named = TypeNames.isBrief(source) || isDeclaredBrief(registration);
    return named && !lasting.areKeptByMakers(registration) && !lasting.arePooled(registration)
        || isMadeHere(registration)
        || isHanded(registration)
        || isMadeWith(registration.body().flow().source().className(), source);
  }

  /** Whether a factory makes the source for the registrant. */
  private boolean isMadeHere(Registration registration) {
    Set<Origin> sources =
        origins.of(registration.body(), registration.node(), registration.call().receiver());
    return !sources.isEmpty()
        && sources.stream()
            .allMatch(
                o ->
                    o instanceof Origin.Result result
                        && MAKES.matcher(result.call().callee().name()).matches());
  }

  /** The method may stand in an interface of something brief. */
  private boolean isDeclaredBrief(Registration registration) {
    Body body = registration.body();
    return origins.of(body, registration.node(), registration.call().receiver()).stream()
        .map(Companions::declared)
        .anyMatch(TypeNames::isBrief);
  }

  private static String declared(Origin source) {
    if (source instanceof Origin.OfField field) {
      return field.field().type();
    } else if (source instanceof Origin.OfParameter parameter) {
      List<String> types = parameter.body().method().parameters();
      int position = parameter.position();
      boolean known = types != null && position >= 0 && position < types.size();
      return known ? types.get(position) : "";
    }
    return source instanceof Origin.Result result ? result.call().callee().result() : "";
  }

  /** Whether a method that answers an event is given the source: it belongs to the event. */
  private boolean isHanded(Registration registration) {
    Body body = registration.body();
    return ANSWERS.matcher(body.flow().source().name()).matches()
        && registration.call().receiver() != Step.NONE
        && origins.of(body, registration.node(), registration.call().receiver()).stream()
            .allMatch(Origin::isGiven);
  }

  /** Whether whoever makes the registrant is the source, or makes the source at the same time. */
  private boolean isMadeWith(String registrant, String source) {
    List<Site> sites = new ArrayList<>(code.made(registrant));
    for (String type : code.world().program().directSubtypes(registrant)) {
      sites.addAll(code.made(type));
    }
    return !sites.isEmpty() && sites.stream().allMatch(site -> isMadeWith(site, source));
  }

  private boolean isMadeWith(Site site, String source) {
    Optional<Body> body = code.body(site.method());
    return body.isPresent()
        && (isA(body.get().flow().source().className(), source)
            || body.get().nodes().stream()
                .anyMatch(node -> isGivenNew(body.get(), node, site, source)));
  }

  /** Whether the node is the constructor call of what is made, and is given a new source. */
  private boolean isGivenNew(Body body, Node node, Site made, String source) {
    return node.step() instanceof Step.Call call
        && call.kind() == Step.CallKind.CONSTRUCTOR
        && origins.isMadeAt(body, node.id(), call.receiver(), made.node())
        && origins
            .ofArguments(body, node.id(), call)
            .anyMatch(o -> o instanceof Origin.Fresh fresh && isA(fresh.type(), source));
  }

  private boolean isA(String type, String source) {
    return code.world().types().isSubtype(type, source);
  }
}
