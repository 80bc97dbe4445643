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
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
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
    List<Owned> open =
        fields.owned().values().stream().filter(one -> !fields.isReleased(one)).toList();
    return fields
        .ending()
        .filter(end -> !open.isEmpty())
        .map(end -> List.of(fields.forgotten(open, end, rule.get())))
        .orElseGet(() -> open.stream().map(one -> fields.kept(one, rule.get())).toList());
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

  /** Declared here or inherited, unless from a class of the JDK that closes it itself. */
  private boolean isOwn(FieldRef field) {
    String name = unit.type().name();
    return field.owner().equals(name)
        || !Platform.owns(field.owner()) && knowledge.types().isSubtype(name, field.owner());
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

  /** Nothing ends the life of the class: the finding stands where the resource is opened. */
  private Finding kept(Owned one, Rule rule) {
    String field = shown(one);
    return new Finding(
        rule.id(),
        rule.severity(),
        Confidence.MEDIUM.and(worth(one)),
        Subjects.of(one.flow(), one.site().node()),
        field
            + " is opened and kept here, and nothing in `"
            + Path.simple(unit.type().name())
            + "` closes it",
        "implement AutoCloseable and close " + field + " in close()",
        opened(one),
        way(one),
        Set.of(unit.engine()));
  }

  /**
   * The class has a method that ends its life: that is where the cure belongs, once for all fields.
   */
  private Finding forgotten(List<Owned> open, MethodFlow end, Rule rule) {
    Owned first = open.get(0);
    String name = end.method().name();
    String more = open.size() == 1 ? "" : ", and " + (open.size() - 1) + " more like it";
    Place place = new Place(unit.type().sourceFile(), end.node(0).span(), end.source());
    List<PathStep> way = new ArrayList<>(way(first));
    way.add(new PathStep(PathStep.Kind.EXIT, place, "`" + name + "` does not close it"));
    return new Finding(
        rule.id(),
        rule.severity(),
        open.stream().map(OwnedFields::worth).max(Comparator.naturalOrder()).orElseThrow(),
        new Subject(Subject.Kind.MEMBER, end.source().className(), end.source().name(), 0),
        "`"
            + name
            + "` does not close "
            + shown(first)
            + more
            + ", opened and kept in "
            + openedIn(first),
        "close " + shown(first) + " in `" + name + "`",
        place,
        way,
        Set.of(unit.engine()));
  }

  private static String openedIn(Owned one) {
    MethodRef method = one.flow().method();
    return method.isConstructor() ? "the constructor" : "`" + method.name() + "`";
  }

  private static Confidence worth(Owned one) {
    return one.site().worth().and(one.site().api().confidence());
  }

  private static String shown(Owned one) {
    return "`" + one.field().name() + "`";
  }

  private Place opened(Owned one) {
    return new Place(unit.type().sourceFile(), one.site().node().span(), one.flow().source());
  }

  private List<PathStep> way(Owned one) {
    Place place = opened(one);
    Place declared =
        new Place(
            place.file(),
            unit.type()
                .field(one.field().name())
                .map(TypeFacts.FieldFacts::span)
                .orElse(one.site().node().span()),
            Member.field(unit.type().name(), one.field().name()));
    return List.of(
        new PathStep(PathStep.Kind.ACQUIRED, place, "opened here"),
        new PathStep(PathStep.Kind.ESCAPES, declared, "kept in " + shown(one)));
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
