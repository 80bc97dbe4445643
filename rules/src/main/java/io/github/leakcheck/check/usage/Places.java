package io.github.leakcheck.check.usage;

import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns sites and fields into the places and subjects of findings. */
public final class Places {
  private final World world;

  public Places(World world) {
    this.world = world;
  }

  /** The place of a step. */
  public Place of(Body body, int node) {
    Member member = body.flow().source();
    return new Place(file(member.className()), body.flow().node(node).span(), member);
  }

  /** The place of a field's declaration; the line is unknown in class files. */
  public Place of(TypeFacts owner, FieldFacts field) {
    Span span = field.span() == null ? Span.UNKNOWN : field.span();
    return new Place(file(owner.name()), span, Member.field(owner.name(), field.name()));
  }

  private String file(String className) {
    return world.program().type(className).map(TypeFacts::sourceFile).orElse("");
  }

  /** A station of a path; empty if the code is gone. */
  public Optional<PathStep> station(PathStep.Kind kind, Site site, String text) {
    return Code.of(world)
        .body(site.method())
        .map(body -> new PathStep(kind, of(body, site.node()), text));
  }

  /** A path of these two stations, or of the first alone if the code of the other is gone. */
  public List<PathStep> way(PathStep first, PathStep.Kind kind, Site site, String text) {
    return Stream.concat(Stream.of(first), station(kind, site, text).stream()).toList();
  }

  /** What stands at the step, counted among equal ones of its line. */
  public Subject subject(Body body, int node) {
    Step step = body.step(node);
    if (step instanceof Step.StoreField store) {
      FieldRef field = store.field();
      return new Subject(Subject.Kind.FIELD, field.type(), field.name(), 0);
    }
    if (!(step instanceof Step.Call call)) {
      Member member = body.flow().source();
      return new Subject(Subject.Kind.MEMBER, member.className(), member.name(), 0);
    }
    Subject.Kind kind = call.callee().isConstructor() ? Subject.Kind.NEW : Subject.Kind.CALL;
    Subject subject = new Subject(kind, call.callee().owner(), call.callee().name(), 0);
    return new Subject(kind, subject.type(), subject.name(), ordinal(body, node, subject));
  }

  private static int ordinal(Body body, int node, Subject subject) {
    int before = 0;
    for (Node other : body.nodes().subList(0, node)) {
      if (other.step() instanceof Step.Call call
          && other.span().line() == body.flow().node(node).span().line()
          && call.callee().name().equals(subject.name())
          && Names.simple(call.callee().owner()).equals(subject.simpleType())) {
        before++;
      }
    }
    return before;
  }
}
