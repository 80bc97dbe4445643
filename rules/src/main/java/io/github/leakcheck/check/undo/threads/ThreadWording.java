package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.undo.threads.OwnThreads.Forgotten;
import io.github.leakcheck.check.undo.threads.ThreadMakers.Started;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Places;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells of fields with threads that nothing ends, where the cure belongs. */
final class ThreadWording {
  private static final Pattern WORK =
      Pattern.compile("(execute|submit|schedule|invokeA(ll|ny)|newTimeout)(\\p{Upper}.*)?");

  private final FieldUses fieldUses;
  private final Places places;

  ThreadWording(World world) {
    this.fieldUses = FieldUses.of(world);
    this.places = new Places(world);
  }

  /** One finding for fields that are ended at the same place, if they were. */
  Draft draft(List<Forgotten> fields) {
    Forgotten first = fields.get(0);
    return first.isAtEnd() ? atEnd(fields, first.ending().orElseThrow()) : atStart(first);
  }

  private Draft atEnd(List<Forgotten> fields, Body ending) {
    Forgotten first = fields.get(0);
    String end = "`" + ending.flow().source().name() + "()`";
    String more = fields.size() == 1 ? "" : ", nor " + (fields.size() - 1) + " more like it";
    List<PathStep> path = new ArrayList<>();
    for (Forgotten one : fields) {
      path.addAll(way(one));
    }
    path.add(new PathStep(PathStep.Kind.EXIT, places.of(ending, 0), "does not end it"));
    return new Draft(
        first.started().rule(),
        fields.stream().map(Forgotten::confidence).max(Enum::compareTo).orElseThrow(),
        ending.site(0),
        end + " does not end " + holder(first, ", which holds ") + more + first.except().orElse(""),
        "Call " + call(first) + " in " + end,
        path);
  }

  private Draft atStart(Forgotten one) {
    List<PathStep> path = new ArrayList<>(way(one));
    one.ending()
        .ifPresent(
            body ->
                path.add(new PathStep(PathStep.Kind.EXIT, places.of(body, 0), "does not end it")));
    return new Draft(
        one.started().rule(),
        one.confidence(),
        one.started().body().site(one.started().node()),
        holder(one, " holds ")
            + ", and "
            + one.end().map(it -> "`" + it + "()` does not end it").orElse("nothing ends it")
            + one.except().orElse(""),
        "Call "
            + call(one)
            + one.end().map(it -> " in `" + it + "()`").orElse(" where the owner ends"),
        path);
  }

  private List<PathStep> way(Forgotten one) {
    Started started = one.started();
    List<PathStep> way = new ArrayList<>();
    way.add(
        new PathStep(
            PathStep.Kind.ACQUIRED, places.of(started.body(), started.node()), "made here"));
    started
        .thread()
        .flatMap(site -> places.station(PathStep.Kind.CALL, site, "its thread starts here"))
        .ifPresent(way::add);
    way.add(
        new PathStep(
            PathStep.Kind.ESCAPES, places.of(one.owner(), one.field()), "kept in this field"));
    work(one)
        .flatMap(site -> places.station(PathStep.Kind.CALL, site, "gets work here"))
        .ifPresent(way::add);
    return way;
  }

  /** Where the threads are first given something to do: without that, most run not at all. */
  private Optional<Site> work(Forgotten one) {
    return fieldUses.of(new FieldKey(one.owner().name(), one.field().name())).stream()
        .filter(use -> use.kind() == Use.Kind.CALLED && use.reach() == Use.Reach.ITSELF)
        .filter(use -> WORK.matcher(use.call().callee().name()).matches())
        .map(Use::site)
        .findFirst();
  }

  private static String holder(Forgotten one, String holds) {
    String what = one.started().what();
    String article = "AEIOU".indexOf(what.charAt(0)) >= 0 ? "an `" : "a `";
    String field = new FieldKey(one.owner().name(), one.field().name()).shortName();
    String with =
        one.started().rule().equals(Repeats.RULE)
            ? "` with a task that repeats"
            : "` with threads of its own";
    return "`" + field + "`" + holds + article + what + with;
  }

  private static String call(Forgotten one) {
    return "`" + one.field().name() + "." + one.started().undo() + "()`";
  }
}
