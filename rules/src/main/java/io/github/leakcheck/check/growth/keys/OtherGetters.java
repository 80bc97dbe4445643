package io.github.leakcheck.check.growth.keys;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Platform;
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

  /** What an object of the program has one of. */
  private record Property(String owner, String type, String name) {}

  /** What the removals ask instead of what the additions do, in words. */
  Optional<String> of(List<Use> puts, List<Use> removals) {
    Set<Optional<Property>> added = puts.stream().map(this::told).collect(Collectors.toSet());
    Set<Optional<Property>> removed = removals.stream().map(this::told).collect(Collectors.toSet());
    if (added.size() != 1 || removed.size() != 1) {
      return Optional.empty();
    }
    Optional<Property> under = added.iterator().next();
    Optional<Property> by = removed.iterator().next();
    return under.isPresent() && by.isPresent() && differs(under.get(), by.get())
        ? Optional.of(
            "`" + by.get().name() + "`, not by the `" + under.get().name() + "` it was added under")
        : Optional.empty();
  }

  private static boolean differs(Property under, Property by) {
    return under.owner().equals(by.owner())
        && under.type().equals(by.type())
        && !under.name().equals(by.name())
        && !RENAMES.matcher(by.name()).matches()
        && !RENAMES.matcher(under.name()).matches();
  }

  /** The getter or field of an object of the program that the key comes from. */
  private Optional<Property> told(Use use) {
    Optional<Body> body = code.body(use.site().method());
    Set<Origin> key =
        body.map(b -> origins.of(b, use.site().node(), use.call().arguments().get(0)))
            .orElse(Set.of());
    return key.size() == 1 ? told(key.iterator().next()) : Optional.empty();
  }

  private Optional<Property> told(Origin key) {
    if (key instanceof Origin.OfField field) {
      return of(field.body(), field.node(), field.body().step(field.node()));
    }
    return key instanceof Origin.Result result
        ? of(result.body(), result.node(), result.call())
        : Optional.empty();
  }

  private Optional<Property> of(Body body, int node, Step step) {
    if (step instanceof Step.LoadField load
        && load.object() != Step.NONE
        && !origins.mayBeThis(body, node, load.object())) {
      FieldKey field = code.key(load.field());
      return Optional.of(new Property(field.owner(), load.field().type(), field.name()));
    }
    return step instanceof Step.Call call
            && call.arguments().isEmpty()
            && call.receiver() != Step.NONE
            && !Platform.isJdk(call.callee().owner())
        ? Optional.of(
            new Property(
                call.callee().owner(), call.callee().result(), call.callee().name() + "()"))
        : Optional.empty();
  }
}
