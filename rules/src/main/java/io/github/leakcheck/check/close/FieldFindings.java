package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Tells of fields that are left open, where the cure belongs. */
final class FieldFindings {
  private final ClassFacts unit;
  private final World world;
  private final Rule rule;

  FieldFindings(ClassFacts unit, World world, Rule rule) {
    this.unit = unit;
    this.world = world;
    this.rule = rule;
  }

  /** Nothing ends the life of the class: the finding stands where the resource is opened. */
  Finding kept(OwnedField one) {
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
  Finding forgotten(List<OwnedField> open, MethodFlow end) {
    OwnedField first = open.get(0);
    String name = end.method().name();
    String more = open.size() == 1 ? "" : ", and " + (open.size() - 1) + " more like it";
    Place place = new Place(unit.type().sourceFile(), end.node(0).span(), end.source());
    List<PathStep> way = new ArrayList<>(way(first));
    way.add(new PathStep(PathStep.Kind.EXIT, place, "`" + name + "` does not close it"));
    return new Finding(
        rule.id(),
        rule.severity(),
        open.stream().map(FieldFindings::worth).max(Comparator.naturalOrder()).orElseThrow(),
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

  Finding hides(MethodFlow end, OwnedField one) {
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

  private static String openedIn(OwnedField one) {
    MethodRef method = one.flow().method();
    return method.isConstructor() ? "the constructor" : "`" + method.name() + "`";
  }

  private static Confidence worth(OwnedField one) {
    return one.site().worth().and(one.site().api().confidence());
  }

  private static String shown(OwnedField one) {
    return "`" + one.field().name() + "`";
  }

  private Place opened(OwnedField one) {
    return new Place(unit.type().sourceFile(), one.site().node().span(), one.flow().source());
  }

  private List<PathStep> way(OwnedField one) {
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
}
