package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.TwinEnds;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.model.Confidence;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what a thread collects for one piece of work, which can end in two ways, such as commit and
 * rollback: one of them takes it away from the thread, and the other leaves it there.
 */
final class OneEnd {
  private final Code code;
  private final TwinEnds twins;
  private final Endings endings;

  OneEnd(Code code) {
    this.code = code;
    this.twins = new TwinEnds(code);
    this.endings = new Endings(code);
  }

  /** The first such end, empty if there is none. */
  Optional<Remain> of(ThreadUses uses) {
    Optional<Site> given =
        Stream.concat(
                uses.entries().stream().filter(use -> use.is(Effect.Kind.ADDS)), uses.calls("set"))
            .map(Use::site)
            .findFirst();
    Set<MethodRef> removing = new HashSet<>();
    uses.calls("remove").forEach(use -> removing.add(use.site().method()));
    if (given.isEmpty() || removing.isEmpty() || removing.contains(given.get().method())) {
      return Optional.empty();
    }
    return removing.stream()
        .sorted(Comparator.comparing(MethodRef::toString))
        .flatMap(method -> code.body(method).stream())
        .flatMap(end -> forgetful(end, removing).map(twin -> remain(uses, given.get(), end, twin)))
        .findFirst();
  }

  private Stream<Body> forgetful(Body end, Set<MethodRef> removing) {
    return code.bodies(end.method().owner()).stream()
        .filter(twin -> twins.are(end, twin))
        .filter(twin -> endings.reachedFrom(twin.method()).stream().noneMatch(removing::contains))
        .filter(
            twin ->
                code.callers(twin.method()).stream().noneMatch(site -> isRemoved(site, removing)));
  }

  /** Whether the caller takes it away afterwards. */
  private boolean isRemoved(Site call, Set<MethodRef> removing) {
    Optional<Body> caller = code.body(call.method());
    return removing.contains(call.method())
        || removing.stream()
            .flatMap(method -> code.callers(method).stream())
            .filter(site -> site.method().equals(call.method()))
            .anyMatch(
                site -> caller.filter(b -> Ways.lead(b, call.node(), site.node())).isPresent());
  }

  private static Remain remain(ThreadUses uses, Site given, Body end, Body twin) {
    String message =
        "What is given to "
            + uses.name()
            + " stays with its thread where `"
            + twin.flow().source().name()
            + "()` ends the work: `"
            + end.flow().source().name()
            + "()` alone takes it away";
    String help = "Call `" + uses.field().name() + ".remove()` in both";
    return new Remain(given, Confidence.MEDIUM, message, help, twin, 0);
  }
}
