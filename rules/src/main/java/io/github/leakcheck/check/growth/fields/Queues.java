package io.github.leakcheck.check.growth.fields;

import io.github.leakcheck.check.growth.Added;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Capacities;
import io.github.leakcheck.check.usage.Capacity;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds producers that reckon with a limit of a queue that has room for everything. */
final class Queues {
  private static final Set<String> WAITS = Set.of("put", "putFirst", "putLast");
  private static final Set<String> OFFERS = Set.of("offer", "offerFirst", "offerLast", "add");
  private static final Pattern TAKES = Pattern.compile("(poll|take|drainTo).*");
  private static final Pattern SENDS =
      Pattern.compile("(send|write|flush|connect|upload|post|publish)(\\p{Upper}.*)?");
  private static final Pattern OUTSIDE =
      Pattern.compile("java\\.(net|nio\\.channels|net\\.http)\\..*");

  /** Where the end is near, one last element is no growth. */
  private static final Pattern ENDS =
      Pattern.compile("(close|shutdown|stop|destroy|terminate|halt|cancel)(\\p{Upper}.*)?");

  /** Each holds something of which the operating system gives only so many. */
  private static final Set<String> HANDLES =
      Set.of(
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.nio.channels.SelectableChannel",
          "java.nio.channels.AsynchronousChannel",
          "java.lang.Process");

  private final Code code;
  private final Capacities capacities;

  Queues(Code code) {
    this.code = code;
    this.capacities = new Capacities(code);
  }

  /**
   * A {@code put} on a queue without capacity, an {@code offer} that is prepared to be refused or
   * waits for room, or any where the consumer waits for the network.
   */
  Optional<Use> pretendedBound(List<Use> uses, Capacity capacity) {
    boolean queue =
        capacity.kind() == Capacity.Kind.UNBOUNDED
            && (capacity.type().equals("LinkedBlockingQueue")
                || capacity.type().equals("LinkedBlockingDeque"));
    return queue
        ? adding(uses, WAITS)
            .or(() -> adding(uses.stream().filter(this::isPreparedForRefusal).toList(), OFFERS))
            .or(() -> isSentBySlow(uses) ? adding(uses, OFFERS) : Optional.empty())
        : Optional.empty();
  }

  /** How sure it is that the queue gets too long for the heap. */
  Confidence sure(List<Use> uses) {
    return uses.stream().filter(Use::adds).allMatch(this::addsHandle)
        ? Confidence.LOW
        : Confidence.MEDIUM;
  }

  /** Whether the system refuses another one long before the heap is full. */
  private boolean addsHandle(Use use) {
    return !use.call().arguments().isEmpty()
        && code.body(use.site().method())
            .map(body -> element(body, use))
            .filter(element -> element.stream().map(Added::type).allMatch(this::isHandle))
            .isPresent();
  }

  private Set<Origin> element(Body body, Use use) {
    return Origins.of(code).of(body, use.site().node(), use.call().arguments().get(0));
  }

  private boolean isHandle(String type) {
    return HANDLES.stream().anyMatch(known -> code.world().types().isSubtype(type, known));
  }

  /** Whether the code asks if there was room, or gives others time to make it. */
  private boolean isPreparedForRefusal(Use use) {
    if (use.kind() != Use.Kind.CALLED || !use.call().callee().name().startsWith("offer")) {
      return false;
    }
    return use.call().arguments().size() > 1
        || code.body(use.site().method()).filter(body -> isTested(body, use)).isPresent();
  }

  private boolean isTested(Body body, Use use) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Test test
                    && Origins.of(code).isMadeAt(body, node.id(), test.left(), use.site().node()));
  }

  /** Next to a queue of the same kind that has a capacity, one that has none was forgotten. */
  Optional<Use> besideBounded(
      TypeFacts owner, TypeFacts.FieldFacts field, List<Use> uses, Capacity capacity) {
    boolean unbounded =
        capacity.kind() == Capacity.Kind.UNBOUNDED
            && code.world().types().isSubtype(field.type(), "java.util.concurrent.BlockingQueue");
    return unbounded
            && owner.fields().stream()
                .filter(other -> !other.name().equals(field.name()))
                .filter(other -> other.type().equals(field.type()))
                .anyMatch(other -> isBounded(new FieldKey(owner.name(), other.name())))
        ? adding(uses, OFFERS).filter(use -> isOpen(use.site()))
        : Optional.empty();
  }

  private boolean isBounded(FieldKey field) {
    return capacities.ofField(FieldUses.of(code.world()).of(field)).kind() == Capacity.Kind.BOUNDED;
  }

  /** Whether anybody may call the method that adds. */
  private boolean isOpen(Site site) {
    return code.body(site.method())
        .filter(body -> Access.has(body.flow().access(), Access.PUBLIC))
        .isPresent();
  }

  private static Optional<Use> adding(List<Use> uses, Set<String> names) {
    return uses.stream()
        .filter(Use::adds)
        .filter(use -> names.contains(use.call().callee().name()))
        .filter(use -> !ENDS.matcher(use.site().method().name()).matches())
        .findFirst();
  }

  /** Whether what takes the elements is a thread's work that sends them somewhere. */
  private boolean isSentBySlow(List<Use> uses) {
    return uses.stream()
        .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
        .filter(use -> TAKES.matcher(use.call().callee().name()).matches())
        .map(use -> use.site().method().owner())
        .distinct()
        .anyMatch(
            type ->
                code.world().types().isSubtype(type, "java.lang.Runnable") && sendsOutside(type));
  }

  private boolean sendsOutside(String type) {
    return code.bodies(type).stream()
        .map(Body::nodes)
        .flatMap(List::stream)
        .anyMatch(node -> node.step() instanceof Step.Call call && sendsOutside(call.callee()));
  }

  private static boolean sendsOutside(MethodRef callee) {
    return SENDS.matcher(callee.name()).matches() && OUTSIDE.matcher(callee.owner()).matches();
  }
}
