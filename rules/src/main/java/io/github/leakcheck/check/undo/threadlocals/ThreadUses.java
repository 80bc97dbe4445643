package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.Bindings;
import io.github.leakcheck.check.undo.threadlocals.ThreadValues.Value;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Effect;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program.Sight;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the classes to judge do with one thread local and with its values. */
final class ThreadUses {
  private final World world;
  private final TypeFacts owner;
  private final FieldFacts field;
  private final List<Use> uses;
  private final List<Use> entries;
  private final ThreadValues values;

  ThreadUses(World world, TypeFacts owner, FieldFacts field) {
    Code code = Code.of(world);
    this.world = world;
    this.owner = owner;
    this.field = field;
    this.uses = FieldUses.of(world).of(new FieldKey(owner.name(), field.name()));
    this.entries = new ThreadEntries(code).of(uses, calls("get").toList());
    this.values = new ThreadValues(code);
  }

  TypeFacts owner() {
    return owner;
  }

  FieldFacts field() {
    return field;
  }

  boolean isStatic() {
    return Access.has(field.access(), Access.STATIC);
  }

  /** The field as messages name it. */
  String name() {
    return "`" + new FieldKey(owner.name(), field.name()).shortName() + "`";
  }

  List<Use> all() {
    return uses;
  }

  /** What is done to the values. */
  List<Use> entries() {
    return entries;
  }

  /** Whether the value is what the thread local has for the thread. */
  boolean isGet(Origin.Result value) {
    return calls("get").anyMatch(get -> get.site().equals(value.body().site(value.node())));
  }

  /** Methods that hand out the value. */
  Set<MethodRef> getters() {
    Code code = Code.of(world);
    return calls("get")
        .flatMap(get -> code.body(get.site().method()).stream())
        .filter(this::returnsValue)
        .map(Body::method)
        .collect(Collectors.toSet());
  }

  private boolean returnsValue(Body body) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Return back
                    && Origins.of(Code.of(world)).of(body, node.id(), back.value()).stream()
                        .anyMatch(o -> o instanceof Origin.Result r && isGet(r)));
  }

  /** Calls of this method of the thread local. */
  Stream<Use> calls(String name) {
    return uses.stream()
        .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
        .filter(use -> use.call().callee().name().equals(name));
  }

  /** Whether code may use it that is out of sight. */
  boolean isOpen() {
    return uses.stream()
            .anyMatch(
                use ->
                    use.kind() == Use.Kind.PASSED
                        || use.kind() == Use.Kind.RETURNED && use.reach() == Use.Reach.ITSELF)
        || world.program().sight() == Sight.FILE && !Access.has(field.access(), Access.PRIVATE);
  }

  /** Where an object is set, and where it goes or what was there before comes back. */
  Bindings ofValues() {
    return new Bindings(
        Code.of(world),
        sites(calls("set").filter(set -> values.of(set) == Value.OBJECT)),
        sites(Stream.concat(calls("remove"), calls("set").filter(this::takesAway))));
  }

  /** Where a collection in it takes something in, and where it gives something up. */
  Bindings ofEntries() {
    return new Bindings(
        Code.of(world),
        sites(entries.stream().filter(use -> use.is(Effect.Kind.ADDS))),
        sites(
            Stream.concat(
                calls("remove"), entries.stream().filter(use -> use.is(Effect.Kind.REMOVES)))));
  }

  private boolean takesAway(Use set) {
    Value value = values.of(set);
    return value == Value.NULL || value == Value.FORMER;
  }

  private static Collection<Site> sites(Stream<Use> uses) {
    return uses.map(Use::site).toList();
  }
}
