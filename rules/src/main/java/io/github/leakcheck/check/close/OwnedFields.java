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

  private record Owned(FieldRef field, Site site, MethodFlow flow) {
    /** Given to the constructor by who made it. */
    boolean isGiven() {
      return site.node().step() instanceof Step.StoreField;
    }
  }

  private final ClassFacts unit;
  private final World world;
  private final Knowledge knowledge;
  private Set<MethodRef> ends;

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
        Stream.concat(fields.owned().values().stream(), fields.given().stream())
            .filter(one -> !fields.isReleased(one))
            .toList();
    if (open.isEmpty()) {
      return fields.ending().flatMap(end -> fields.hidden(end, rule.get())).stream().toList();
    }
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
    return releases.releases(one.field()) && !isForgottenAtEnd(one, releases)
        || releases.shares(one.field())
        || isReleasedByOthers(one.field())
        || isFreedWithItsOwner(one);
  }

  /**
   * Released only by methods that have nothing to do with the end of the object's life, nor with
   * how the resource was opened, so that it is not just lent to the field meanwhile.
   */
  private boolean isForgottenAtEnd(Owned one, FieldReleases releases) {
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
    return !where.contains(opening)
        && new LifeEnds(world).reached(callable, where).contains(opening);
  }

  private Set<MethodRef> ends() {
    if (ends == null) {
      ends = new LifeEnds(world).of(unit, nest());
    }
    return ends;
  }

  /**
   * What a constructor got from callers that made it and do not keep it, where the class closes
   * something else at its end.
   */
  private List<Owned> given() {
    List<Owned> given = new ArrayList<>();
    if (ending().isEmpty()) {
      return given;
    }
    for (MethodFlow flow : unit.flows()) {
      if (flow.method().isConstructor() && !flow.isLambdaBody()) {
        Definitions definitions = Definitions.of(flow);
        for (Node node : flow.nodes()) {
          given(flow, definitions, node).ifPresent(given::add);
        }
      }
    }
    return given.isEmpty() || !releasesSome() ? List.of() : given;
  }

  private Optional<Owned> given(MethodFlow flow, Definitions definitions, Node node) {
    if (!(node.step() instanceof Step.StoreField store)
        || store.field().isStatic()
        || !store.field().owner().equals(unit.type().name())
        || !knowledge.isCloseable(store.field().type())
        || !FieldReleases.isParameter(flow, definitions, node.id(), store.value())) {
      return Optional.empty();
    }
    int index = flow.parameters().indexOf(parameter(flow, definitions, node.id(), store.value()));
    String type = store.field().type();
    Confidence worth = Platform.owns(type) ? Confidence.HIGH : knowledge.worthOf(type);
    return index > 0 && worth != Confidence.LOW && ParameterOwners.of(world).owns(flow, index)
        ? knowledge
            .ofType(type)
            .map(api -> new Owned(store.field(), new Site(node, api, type, -1, worth), flow))
        : Optional.empty();
  }

  /** The register in which the method got what this one holds. */
  private static int parameter(MethodFlow flow, Definitions definitions, int node, int register) {
    int at = node;
    int from = register;
    while (from >= 0 && !definitions.reaching(at, from).contains(Definitions.ENTRY)) {
      at = definitions.reaching(at, from).iterator().next();
      Step made = flow.node(at).step();
      from =
          made instanceof Step.Copy copy
              ? copy.from()
              : made instanceof Step.Cast c ? c.from() : -1;
    }
    return from;
  }

  /** Whether the end of the class releases a field of its own. */
  private boolean releasesSome() {
    FieldReleases all = new FieldReleases(knowledge);
    all.read(unit);
    return unit.type().fields().stream()
        .map(f -> new FieldRef(unit.type().name(), f.name(), f.type(), false))
        .anyMatch(field -> !Collections.disjoint(all.releasedOnlyIn(field), ends()));
  }

  /** The method that ends the object hides the one of the superclass that closes something. */
  private Optional<Finding> hidden(MethodFlow end, Rule rule) {
    String parent = unit.type().superName();
    Optional<ClassFacts> above =
        knowledge.isJudged(parent) ? world.program().facts(parent) : Optional.empty();
    boolean empty = end.nodes().stream().noneMatch(node -> node.step() instanceof Step.Call);
    if (above.isEmpty() || empty) {
      return Optional.empty();
    }
    OwnedFields inherited = new OwnedFields(above.get(), world);
    MethodRef hidden =
        new MethodRef(parent, end.method().name(), end.method().parameters(), "void");
    return inherited.owned().values().stream()
        .filter(one -> isHidden(one, hidden, inherited))
        .findFirst()
        .map(one -> hides(end, one, rule));
  }

  private boolean isHidden(Owned one, MethodRef hidden, OwnedFields inherited) {
    Set<MethodRef> where = inherited.releases(one.field()).releasedOnlyIn(one.field());
    return inherited.ends().containsAll(where)
        && new LifeEnds(world).reached(Set.of(hidden)).containsAll(where)
        && !where.isEmpty()
        && Collections.disjoint(where, ends())
        && !releases(one.field()).shares(one.field());
  }

  private Finding hides(MethodFlow end, Owned one, Rule rule) {
    String name = end.method().name();
    Place place = new Place(unit.type().sourceFile(), end.node(0).span(), end.source());
    return new Finding(
        rule.id(),
        rule.severity(),
        Confidence.MEDIUM.and(worth(one)),
        new Subject(Subject.Kind.MEMBER, end.source().className(), end.source().name(), 0),
        "`" + name + "` does not call `super." + name + "()`, which closes " + shown(one),
        "call `super." + name + "()` in a finally block",
        place,
        List.of(new PathStep(PathStep.Kind.EXIT, place, "leaves " + shown(one) + " open")),
        Set.of(unit.engine()));
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
            + (first.isGiven() ? ", which " : ", opened and kept in ")
            + (first.isGiven() ? "who makes it leaves to it" : openedIn(first)),
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
