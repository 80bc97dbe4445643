package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds removals by another property of the same kind of object than the one that entries are added
 * under: put by its number, removed by its name.
 */
final class OtherGetters {
  /** Things are filed anew under their new name, and removed by the old one. */
  private static final Pattern RENAMES =
      Pattern.compile("(?i).*(old|prev|former|source|from|origin|last|parent|alias).*");

  private final Code code;
  private final Origins origins;

  OtherGetters(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** What the removals ask instead of what the additions do, in words. */
  Optional<String> of(List<Use> puts, List<Use> removals) {
    Set<Optional<MethodRef>> added = puts.stream().map(this::told).collect(Collectors.toSet());
    Set<Optional<MethodRef>> removed =
        removals.stream().map(this::told).collect(Collectors.toSet());
    if (added.size() != 1 || removed.size() != 1) {
      return Optional.empty();
    }
    Optional<MethodRef> under = added.iterator().next();
    Optional<MethodRef> by = removed.iterator().next();
    return under.isPresent() && by.isPresent() && differs(under.get(), by.get())
        ? Optional.of(
            "`"
                + by.get().name()
                + "()`, not by the `"
                + under.get().name()
                + "()` it was added under")
        : Optional.empty();
  }

  private static boolean differs(MethodRef under, MethodRef by) {
    return under.owner().equals(by.owner())
        && under.result().equals(by.result())
        && !under.name().equals(by.name())
        && !RENAMES.matcher(by.name()).matches()
        && !RENAMES.matcher(under.name()).matches();
  }

  /** The getter of an object of the program that the key comes from. */
  private Optional<MethodRef> told(Use use) {
    Optional<Body> body = code.body(use.site().method());
    Set<Origin> key =
        body.map(b -> origins.of(b, use.site().node(), use.call().arguments().get(0)))
            .orElse(Set.of());
    if (key.size() != 1) {
      return Optional.empty();
    }
    Origin only = key.iterator().next();
    int node =
        only instanceof Origin.Result result
            ? result.node()
            : only instanceof Origin.OfField field ? field.node() : Step.NONE;
    return node != Step.NONE
            && only.body().step(node) instanceof Step.Call call
            && call.arguments().isEmpty()
            && call.receiver() != Step.NONE
            && !Code.isPlatform(call.callee().owner())
        ? Optional.of(call.callee())
        : Optional.empty();
  }
}
