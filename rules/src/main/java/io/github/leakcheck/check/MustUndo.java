package io.github.leakcheck.check;

import io.github.leakcheck.check.undo.ThreadLocalFields;
import io.github.leakcheck.check.undo.pairs.AsymmetricUndo;
import io.github.leakcheck.check.undo.pairs.LookAndFeels;
import io.github.leakcheck.check.undo.pairs.OneLeft;
import io.github.leakcheck.check.undo.pairs.OtherObjects;
import io.github.leakcheck.check.undo.pairs.OwnedRegistrations;
import io.github.leakcheck.check.undo.pairs.Peers;
import io.github.leakcheck.check.undo.pairs.ReplacedListeners;
import io.github.leakcheck.check.undo.pairs.WrongCalls;
import io.github.leakcheck.check.undo.registrations.Registrations;
import io.github.leakcheck.check.undo.registrations.UndoWording;
import io.github.leakcheck.check.undo.tasks.CancelledTasks;
import io.github.leakcheck.check.undo.tasks.DroppedHandles;
import io.github.leakcheck.check.undo.tasks.DroppedRepeats;
import io.github.leakcheck.check.undo.tasks.DroppedTimeouts;
import io.github.leakcheck.check.undo.tasks.EndFutures;
import io.github.leakcheck.check.undo.tasks.Finalizers;
import io.github.leakcheck.check.undo.tasks.ForgottenPolicy;
import io.github.leakcheck.check.undo.tasks.LeftTimeouts;
import io.github.leakcheck.check.undo.tasks.OwnFutures;
import io.github.leakcheck.check.undo.tasks.SelfRepeating;
import io.github.leakcheck.check.undo.threadlocals.Entrances;
import io.github.leakcheck.check.undo.threadlocals.ThreadContexts;
import io.github.leakcheck.check.undo.threadlocals.ThreadLocals;
import io.github.leakcheck.check.undo.threadlocals.ThreadRemains;
import io.github.leakcheck.check.undo.threads.DroppedThreads;
import io.github.leakcheck.check.undo.threads.FirstAndLast;
import io.github.leakcheck.check.undo.threads.HiddenEnds;
import io.github.leakcheck.check.undo.threads.LocalThreads;
import io.github.leakcheck.check.undo.threads.ManyThreads;
import io.github.leakcheck.check.undo.threads.OwnThreads;
import io.github.leakcheck.check.undo.threads.RemovedThreads;
import io.github.leakcheck.check.undo.threads.Restarts;
import io.github.leakcheck.check.undo.threads.SkippedEnds;
import io.github.leakcheck.check.undo.threads.ThreadStarts;
import io.github.leakcheck.check.undo.threads.TwinLeft;
import io.github.leakcheck.check.undo.threads.UnheardEnds;
import io.github.leakcheck.check.undo.threads.UnseenFlags;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Registered or started here: is it ever undone, and how long does its source live compared with
 * the registrant?
 */
public final class MustUndo implements Check {
  @Override
  public String name() {
    return "must-undo";
  }

  @Override
  public List<Finding> judge(ClassFacts unit, World world) {
    List<Finding> findings = new ArrayList<>();
    drafts(unit, world).stream()
        .flatMap(draft -> draft.finding(world, unit.engine()).stream())
        .forEach(findings::add);
    return findings;
  }

  private static List<Draft> drafts(ClassFacts unit, World world) {
    UndoWording wording = new UndoWording(Code.of(world));
    List<Draft> drafts = new ArrayList<>();
    Registrations.of(world).judge(unit.type()).stream().map(wording::draft).forEach(drafts::add);
    addNew(drafts, Peers.of(world).judge(unit.type()));
    addNew(drafts, new AsymmetricUndo(world).judge(unit.type()));
    addNew(drafts, new OtherObjects(world).judge(unit.type()));
    addNew(drafts, new ReplacedListeners(world).judge(unit.type()));
    addNew(drafts, new LookAndFeels(world).judge(unit.type()));
    addNew(drafts, new WrongCalls(world).judge(unit.type()));
    drafts.addAll(new LocalThreads(world).judge(unit.type()));
    drafts.addAll(new ThreadStarts(world).judge(unit.type()));
    drafts.addAll(new UnseenFlags(world).judge(unit.type()));
    drafts.addAll(new UnheardEnds(world).judge(unit.type()));
    drafts.addAll(new FirstAndLast(world).judge(unit.type()));
    new Finalizers(world).judge(unit.type()).ifPresent(drafts::add);
    drafts.addAll(new DroppedTimeouts(world).judge(unit.type()));
    drafts.addAll(new LeftTimeouts(world).judge(unit.type()));
    addNew(drafts, new DroppedRepeats(world).judge(unit.type()));
    drafts.addAll(new SelfRepeating(world).judge(unit.type()));
    new OwnFutures(world).judge(unit.type()).ifPresent(drafts::add);
    drafts.addAll(new ThreadContexts(world).judge(unit.type()));
    drafts.addAll(new OwnThreads(world).judge(unit.type()));
    drafts.addAll(new Restarts(world).judge(unit.type()));
    drafts.addAll(new SkippedEnds(world).judge(unit.type()));
    drafts.addAll(new TwinLeft(world).judge(unit.type()));
    drafts.addAll(new HiddenEnds(world).judge(unit.type()));
    drafts.addAll(new DroppedThreads(world).judge(unit.type()));
    drafts.addAll(new ForgottenPolicy(world).judge(unit.type()));
    for (FieldFacts field : unit.type().fields()) {
      if (ThreadLocalFields.holdsThreadLocal(world, unit.type(), field)) {
        new ThreadLocals(world).judge(unit.type(), field).ifPresent(drafts::add);
        addNew(drafts, new Entrances(world).judge(unit.type(), field));
        addNew(drafts, new ThreadRemains(world).judge(unit.type(), field));
      } else {
        new CancelledTasks(world).judge(unit.type(), field).ifPresent(drafts::add);
        addNew(drafts, new ManyThreads(world).judge(unit.type(), field).stream().toList());
        new RemovedThreads(world).judge(unit.type(), field).ifPresent(drafts::add);
        new EndFutures(world).judge(unit.type(), field).ifPresent(drafts::add);
        new DroppedHandles(world).judge(unit.type(), field).ifPresent(drafts::add);
        new OneLeft(world).judge(unit.type(), field).ifPresent(drafts::add);
        new OwnedRegistrations(world).judge(unit.type(), field).ifPresent(drafts::add);
      }
    }
    return drafts;
  }

  /** Adds what is not told yet, and no less surely; the new ones are not compared among them. */
  private static void addNew(List<Draft> drafts, List<Draft> found) {
    drafts.addAll(
        found.stream()
            .filter(one -> drafts.stream().noneMatch(known -> isStronger(known, one)))
            .toList());
  }

  /** Whether the same registration was judged by what it is, and no less surely. */
  private static boolean isStronger(Draft known, Draft peer) {
    return known.site().equals(peer.site()) && known.confidence().compareTo(peer.confidence()) >= 0;
  }
}
