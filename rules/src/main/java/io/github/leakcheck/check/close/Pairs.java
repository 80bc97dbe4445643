package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody's own type lends and takes back: {@code getConnection()} and {@code
 * releaseConnection(Connection)}. A pair counts where some code gives back what it got from the
 * same method.
 */
final class Pairs {
  private static final String RULE = "unclosed-pooled-object";

  private static final Pattern LENDS =
      Pattern.compile(
          "(get|acquire|borrow|obtain|take|reserve|checkOut|checkout|lease|request)[A-Z]?.*");

  private static final Pattern TAKES_BACK =
      Pattern.compile("(release|return|giveBack|recycle|checkIn|checkin|unreserve)([A-Z].*)?");

  private final World world;
  private final Program program;
  private final Knowledge knowledge;
  private final Map<MethodRef, Optional<MethodRef>> takesBack = new HashMap<>();
  private final Map<MethodRef, Boolean> used = new HashMap<>();

  Pairs(World world, Knowledge knowledge) {
    this.world = world;
    this.program = world.program();
    this.knowledge = knowledge;
  }

  /** Whether the type of the callee has a method that takes back what the call returns. */
  boolean mayLend(MethodRef callee) {
    return takesBack(callee).isPresent();
  }

  /** The line about the call, empty if nobody gives back what it returns. */
  Optional<Api> lends(MethodRef callee) {
    return takesBack(callee)
        .filter(back -> isGivenBack(callee, back))
        .map(back -> line(callee, back));
  }

  private static Api line(MethodRef callee, MethodRef back) {
    return new Api(
        Role.ACQUIRE,
        new Signature(callee.owner(), callee.name(), null),
        Optional.of(new Signature(back.owner(), back.name(), List.of(Signature.ANY))),
        Map.of("confidence", "medium"),
        "",
        RULE,
        "");
  }

  private Optional<MethodRef> takesBack(MethodRef callee) {
    return takesBack.computeIfAbsent(callee, this::find);
  }

  private Optional<MethodRef> find(MethodRef callee) {
    String lent = callee.result();
    if (!callee.isResolved() || !lent.contains(".") || lent.endsWith("[]")) {
      return Optional.empty();
    }
    boolean possible =
        LENDS.matcher(callee.name()).matches()
            && !Platform.isProvided(callee.owner())
            && (!Platform.isProvided(lent) || knowledge.types().isCloseable(lent));
    return possible
        ? knowledge.types().supertypes(callee.owner()).stream()
            .flatMap(type -> program.type(type).stream())
            .flatMap(type -> type.methods().stream())
            .filter(method -> takesBack(method, lent))
            .map(MethodFacts::ref)
            .findFirst()
        : Optional.empty();
  }

  private boolean takesBack(MethodFacts method, String lent) {
    List<String> parameters = method.ref().parameters();
    return TAKES_BACK.matcher(method.ref().name()).matches()
        && !Access.has(method.access(), Access.PRIVATE)
        && parameters != null
        && parameters.size() == 1
        && !parameters.get(0).equals("java.lang.Object")
        && knowledge.types().isSubtype(lent, parameters.get(0));
  }

  private boolean isGivenBack(MethodRef lends, MethodRef back) {
    return used.computeIfAbsent(
        lends,
        m ->
            Code.of(world).callsNamed(back.name(), 1).stream()
                .anyMatch(called -> givesBack(called.site(), m)));
  }

  private boolean givesBack(Site site, MethodRef lends) {
    MethodFlow flow = Code.of(world).body(site.method()).map(Body::flow).orElse(null);
    return flow != null
        && flow.node(site.node()).step() instanceof Step.Call call
        && FieldReleases.sources(flow, flow.definitions(), site.node(), call.arguments().get(0))
            .stream()
            .anyMatch(
                made ->
                    made instanceof Step.Call source
                        && source.callee().name().equals(lends.name())
                        && source.callee().owner().equals(lends.owner()));
  }
}
