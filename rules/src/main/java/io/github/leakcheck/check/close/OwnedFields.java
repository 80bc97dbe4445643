package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resources that a class opens, keeps in a field and never releases. */
public final class OwnedFields {
  private static final String RULE = "resource-field-never-closed";

  private record Owned(FieldRef field, Site site, MethodFlow flow) {}

  private final ClassFacts unit;
  private final World world;
  private final Knowledge knowledge;

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
    Map<FieldRef, Owned> owned = fields.owned();
    List<Finding> found = new ArrayList<>();
    for (Owned one : owned.values()) {
      if (!fields.isReleased(one)) {
        found.add(fields.finding(one, rule.get()));
      }
    }
    return found;
  }

  private Map<FieldRef, Owned> owned() {
    Map<FieldRef, Owned> owned = new LinkedHashMap<>();
    for (MethodFlow flow : unit.flows()) {
      if (flow.isStatic() || Sites.none(flow, knowledge)) {
        continue;
      }
      Liveness liveness = Liveness.of(flow);
      Before before = Before.of(flow, liveness, Classifier.general(knowledge));
      for (Site site : Sites.of(flow, before, knowledge)) {
        Events events = Acquisition.follow(flow, liveness, knowledge, before, site);
        if (!events.given && !events.returned && site.worth() != Confidence.LOW) {
          events.fields.stream()
              .filter(field -> !field.isStatic() && isOwn(field))
              .forEach(field -> owned.putIfAbsent(field, new Owned(field, site, flow)));
        }
      }
    }
    return owned;
  }

  /** Declared here or inherited. */
  private boolean isOwn(FieldRef field) {
    String name = unit.type().name();
    return field.owner().equals(name) || knowledge.types().isSubtype(name, field.owner());
  }

  private boolean isReleased(Owned one) {
    FieldReleases releases = releases(one.field());
    return releases.releases(one.field())
        || releases.shares(one.field())
        || isReleasedByOthers(one.field())
        || isFreedWithItsOwner(one);
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
  private boolean isFreedWithItsOwner(Owned one) {
    MethodFlow flow = one.flow();
    Node made = one.site().node();
    if (!(made.step() instanceof Step.Call call) || !knowledge.isDerived(call.callee())) {
      return false;
    }
    Definitions definitions = Definitions.of(flow);
    int owner = FieldReleases.originNode(flow, definitions, made.id(), call.receiver());
    return owner >= 0
        && flow.nodes().stream()
            .filter(node -> node.id() == owner || stores(flow, definitions, node, owner))
            .flatMap(node -> field(node.step()).stream())
            .anyMatch(field -> releases(field).releases(field));
  }

  private static boolean stores(MethodFlow flow, Definitions definitions, Node node, int origin) {
    return node.step() instanceof Step.StoreField store
        && FieldReleases.originNode(flow, definitions, node.id(), store.value()) == origin;
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
    FieldReleases releases = new FieldReleases(knowledge);
    if (isPrivate) {
      nest().forEach(name -> world.program().facts(name).ifPresent(releases::read));
      return releases;
    }
    return world.once(Everywhere.class, w -> new Everywhere(readAll(w))).releases();
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

  private Finding finding(Owned one, Rule rule) {
    Site site = one.site();
    Optional<String> close = closeMethod();
    String field = "`" + one.field().name() + "`";
    String message =
        close
            .map(name -> field + " is opened and kept here, but `" + name + "` does not close it")
            .orElse(
                field
                    + " is opened and kept here, and nothing in `"
                    + Path.simple(unit.type().name())
                    + "` closes it");
    Place place = new Place(unit.type().sourceFile(), site.node().span(), one.flow().source());
    Place declared =
        new Place(
            place.file(),
            unit.type()
                .field(one.field().name())
                .map(TypeFacts.FieldFacts::span)
                .orElse(site.node().span()),
            Member.field(unit.type().name(), one.field().name()));
    return new Finding(
        rule.id(),
        rule.severity(),
        (close.isPresent() ? Confidence.HIGH : Confidence.MEDIUM)
            .and(site.worth())
            .and(site.api().confidence()),
        Subjects.of(one.flow(), site.node()),
        message,
        close
            .map(name -> "close " + field + " in `" + name + "`")
            .orElse("implement AutoCloseable and close " + field + " in close()"),
        place,
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, place, "opened here"),
            new PathStep(PathStep.Kind.ESCAPES, declared, "kept in " + field)),
        Set.of(unit.engine()));
  }

  /** A method of the class that ends its life. */
  private Optional<String> closeMethod() {
    return unit.type().methods().stream()
        .filter(m -> !Access.has(m.access(), Access.STATIC))
        .filter(
            m ->
                m.annotations().contains("PreDestroy")
                    || m.ref().parameters().isEmpty() && ReleaseNames.isRelease(m.ref().name()))
        .map(m -> m.ref().name())
        .findFirst();
  }
}
