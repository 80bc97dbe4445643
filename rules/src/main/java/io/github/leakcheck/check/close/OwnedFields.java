package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Resources that a class opens, keeps in a field and never releases. */
public final class OwnedFields {
  private static final String RULE = "resource-field-never-closed";

  private final ClassFacts unit;
  private final World world;
  private final Knowledge knowledge;
  private Set<MethodRef> ends;
  private FieldReleases inNest;

  private OwnedFields(ClassFacts unit, World world) {
    this.unit = unit;
    this.world = world;
    this.knowledge = Knowledge.of(world);
  }

  /**
   * The class's own resources that nothing in its nest (in the module, for fields that are not
   * private) releases.
   */
  public static List<Finding> in(ClassFacts unit, World world) {
    Optional<Rule> rule = world.catalog().rule(RULE);
    if (rule.isEmpty()) {
      return List.of();
    }
    OwnedFields fields = new OwnedFields(unit, world);
    FieldFindings findings = new FieldFindings(unit, world, rule.get());
    List<OwnedField> open =
        Stream.of(fields.owned().values(), fields.given(), fields.siblings())
            .flatMap(Collection::stream)
            .filter(one -> !fields.isReleased(one))
            .toList();
    if (open.isEmpty()) {
      return fields.ending().flatMap(end -> fields.hidden(end, findings)).stream().toList();
    }
    return fields
        .ending()
        .map(end -> List.of(findings.forgotten(open, end)))
        .orElseGet(() -> open.stream().map(findings::kept).toList());
  }

  private List<OwnedField> given() {
    return ending().isEmpty() ? List.of() : new GivenFields(unit, world).in(this::ends);
  }

  private List<OwnedField> siblings() {
    return ending().isEmpty() ? List.of() : new SiblingFields(unit, world).in(this::ends);
  }

  private Map<FieldRef, OwnedField> owned() {
    Map<FieldRef, OwnedField> owned = new LinkedHashMap<>();
    for (MethodFlow flow : unit.flows()) {
      if (flow.isStatic() || Sites.none(flow, knowledge)) {
        continue;
      }
      Liveness liveness = flow.liveness();
      Before before = Before.of(flow, liveness, Classifier.general(knowledge));
      for (Site site : Sites.of(flow, before, knowledge)) {
        Events events = Acquisition.follow(flow, liveness, knowledge, before, site);
        if (!events.given && !events.returned && site.worth() != Confidence.LOW) {
          events.fields.stream()
              .filter(field -> !field.isStatic() && isOwn(field))
              .filter(field -> !isReleasedAsAnother(flow, site, field))
              .filter(field -> !Lending.isEnded(flow, site, field))
              .forEach(field -> owned.putIfAbsent(field, new OwnedField(field, site, flow)));
        }
      }
    }
    return owned;
  }

  /** The same object lies in a second field, which is released. */
  private boolean isReleasedAsAnother(MethodFlow flow, Site site, FieldRef field) {
    Definitions definitions = flow.definitions();
    int made = Lending.made(flow, definitions, site);
    return flow.nodes().stream()
        .filter(node -> Lending.stores(flow, definitions, node, made))
        .map(node -> ((Step.StoreField) node.step()).field())
        .anyMatch(other -> !other.equals(field) && releases(other).releases(other));
  }

  /** Declared here or inherited, unless from a class of the JDK that closes it itself. */
  private boolean isOwn(FieldRef field) {
    String name = unit.type().name();
    return field.owner().equals(name)
        || !Platform.isProvided(field.owner()) && knowledge.types().isSubtype(name, field.owner());
  }

  private boolean isReleased(OwnedField one) {
    FieldReleases releases = releases(one.field());
    return releases.releases(one.field()) && !isForgottenAtEnd(one, releases)
        || releases.shares(one.field())
        || isReleasedByOthers(one.field())
        || isFreedWithItsOwner(one);
  }

  /**
   * Released only by methods that have nothing to do with the end of the object's life, nor with
   * how the resource was opened, so that it is not just lent to the field meanwhile.
   */
  private boolean isForgottenAtEnd(OwnedField one, FieldReleases releases) {
    Set<MethodRef> where = releases.releasedOnlyIn(one.field());
    return !where.isEmpty()
        && ending().isPresent()
        && Collections.disjoint(where, ends())
        && opensWithout(where, one.flow().method());
  }

  /** Whether others can make the method run that opens it, and not one of these. */
  private boolean opensWithout(Set<MethodRef> where, MethodRef opening) {
    List<MethodRef> callable =
        unit.flows().stream()
            .filter(flow -> !Access.has(flow.access(), Access.PRIVATE) && !flow.isLambdaBody())
            .map(MethodFlow::method)
            .filter(method -> !where.contains(method))
            .toList();
    return LifeEnds.of(world).reached(callable, where).contains(opening);
  }

  /** The same, what other subclasses of one above end of theirs left aside. */
  private Set<MethodRef> endsBeside(String parent) {
    Set<String> others = nest();
    others.removeIf(name -> knowledge.types().isSubtype(name, parent));
    return LifeEnds.of(world).of(unit, others);
  }

  private Set<MethodRef> ends() {
    if (ends == null) {
      ends = LifeEnds.of(world).of(unit, nest());
    }
    return ends;
  }

  /** The method that ends the object hides the one of the superclass that closes something. */
  private Optional<Finding> hidden(MethodFlow end, FieldFindings findings) {
    String parent = unit.type().superName();
    Optional<ClassFacts> above =
        knowledge.isJudged(parent) ? world.program().facts(parent) : Optional.empty();
    MethodRef hidden =
        new MethodRef(parent, end.method().name(), end.method().parameters(), "void");
    if (above.isEmpty() || isEmpty(end) || !knowledge.summaries().releasesOwn(hidden)) {
      return Optional.empty();
    }
    OwnedFields inherited = new OwnedFields(above.get(), world);
    return inherited.owned().values().stream()
        .filter(one -> isHidden(one, hidden, inherited))
        .findFirst()
        .map(one -> findings.hides(end, one));
  }

  /** Does nothing on purpose, or leaves it to the superclass. */
  private static boolean isEmpty(MethodFlow end) {
    return end.nodes().stream()
        .filter(node -> node.step() instanceof Step.Call)
        .map(node -> (Step.Call) node.step())
        .allMatch(
            call ->
                call.kind() == Step.CallKind.SPECIAL
                    && call.callee().name().equals(end.method().name()));
  }

  private boolean isHidden(OwnedField one, MethodRef hidden, OwnedFields inherited) {
    Set<MethodRef> where = inherited.releases(one.field()).releasedOnlyIn(one.field());
    return inherited.ends().containsAll(where)
        && LifeEnds.of(world).reached(Set.of(hidden)).containsAll(where)
        && !where.isEmpty()
        && Collections.disjoint(where, endsBeside(hidden.owner()))
        && !releases(one.field()).shares(one.field());
  }

  private boolean isReleasedByOthers(FieldRef field) {
    return knowledge
        .targets()
        .type(field.owner())
        .flatMap(type -> type.field(field.name()))
        .filter(Ownership::isReleasedByOthers)
        .isPresent();
  }

  /** What a resource in another field was asked for, where the class releases that one. */
  private boolean isFreedWithItsOwner(OwnedField one) {
    MethodFlow flow = one.flow();
    Node made = one.site().node();
    if (!(made.step() instanceof Step.Call call) || !knowledge.isDerived(call.callee())) {
      return false;
    }
    Definitions definitions = flow.definitions();
    int owner = FieldReleases.originNode(flow, definitions, made.id(), call.receiver());
    return owner >= 0
        && flow.nodes().stream()
            .filter(node -> node.id() == owner || Lending.stores(flow, definitions, node, owner))
            .flatMap(node -> field(node.step()).stream())
            .anyMatch(field -> releases(field).releases(field));
  }

  private static Optional<FieldRef> field(Step step) {
    if (step instanceof Step.LoadField load) {
      return Optional.of(load.field());
    }
    return step instanceof Step.StoreField store ? Optional.of(store.field()) : Optional.empty();
  }

  private FieldReleases releases(FieldRef field) {
    boolean isPrivate =
        unit.type()
            .field(field.name())
            .map(f -> Access.has(f.access(), Access.PRIVATE))
            .orElse(false);
    return isPrivate
        ? inNest()
        : world.once(Everywhere.class, w -> new Everywhere(readAll(w))).releases();
  }

  /** Read once for all private fields. */
  private FieldReleases inNest() {
    if (inNest == null) {
      FieldReleases read = new FieldReleases(knowledge);
      nest().forEach(name -> world.program().facts(name).ifPresent(read::read));
      inNest = read;
    }
    return inNest;
  }

  private record Everywhere(FieldReleases releases) {}

  private static FieldReleases readAll(World world) {
    FieldReleases all = new FieldReleases(Knowledge.of(world));
    world.program().classes().forEach(name -> world.program().facts(name).ifPresent(all::read));
    return all;
  }

  private Set<String> nest() {
    String name = unit.type().name();
    String top = name;
    for (int i = 0; i < 20 && !outer(top).isEmpty(); i++) {
      top = outer(top);
    }
    Set<String> names = new HashSet<>();
    addMembers(top, names);
    names.add(name);
    return names;
  }

  private String outer(String name) {
    return world.program().type(name).map(TypeFacts::outer).orElse("");
  }

  private void addMembers(String name, Set<String> names) {
    if (names.add(name)) {
      world
          .program()
          .type(name)
          .ifPresent(type -> type.members().forEach(member -> addMembers(member, names)));
    }
  }

  /** The method of the class that ends its life, {@code close()} before others. */
  private Optional<MethodFlow> ending() {
    return unit.flows().stream()
        .filter(flow -> !flow.isStatic() && !Access.has(flow.access(), Access.SYNTHETIC))
        .filter(flow -> ends(flow.method()))
        .min(Comparator.comparing(flow -> !flow.method().name().equals("close")));
  }

  private boolean ends(MethodRef method) {
    return method.parameters().isEmpty() && ReleaseNames.isRelease(method.name())
        || unit.type().methods().stream()
            .anyMatch(m -> m.ref().equals(method) && m.annotations().contains("PreDestroy"));
  }
}
