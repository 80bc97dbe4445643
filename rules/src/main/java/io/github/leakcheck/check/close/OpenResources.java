package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.check.World;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.Liveness;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges all methods of a class. */
public final class OpenResources {
  private OpenResources() {}

  /** What its methods acquire and leave open on some path. */
  public static List<Finding> in(ClassFacts unit, World world) {
    Knowledge knowledge = Knowledge.of(world);
    List<Finding> found = new ArrayList<>();
    for (MethodFlow flow : unit.flows()) {
      if (!Access.has(flow.access(), Access.BRIDGE)
          && (!Sites.none(flow, knowledge)
              || Sites.mayAdopt(flow)
              || Sites.mayLoseThreads(flow, knowledge))) {
        judge(unit, flow, world, knowledge, found);
      }
    }
    return found;
  }

  private static void judge(
      ClassFacts unit, MethodFlow flow, World world, Knowledge knowledge, List<Finding> found) {
    Liveness liveness = flow.liveness();
    Before before = Before.of(flow, liveness, Classifier.general(knowledge));
    Verdict verdict = new Verdict(unit, flow, new Faults(flow, world), knowledge);
    Getters getters = new Getters(world.program(), knowledge);
    List<Site> sites = Sites.of(flow, before, knowledge);
    List<Finding> parameters =
        Sites.mayAdopt(flow) ? new ClosedParameters(unit, world).in(flow) : List.of();
    found.addAll(parameters);
    found.addAll(new LoggedReleases(unit, world).in(flow, sites));
    for (Site site : Sites.adopted(flow, before, knowledge, sites)) {
      Optional<Rule> rule = world.catalog().rule(site.rule());
      // what wraps a parameter leaks with it: one leak, told at the parameter
      boolean told = !parameters.isEmpty() && site.call().callee().isConstructor();
      if (rule.isPresent() && !told) {
        Events events = Acquisition.follow(flow, liveness, knowledge, before, site);
        boolean getter = getters.field(site.call()).isPresent();
        verdict
            .ofAdopted(site, events, rule.get(), getter)
            .or(() -> verdict.ofLostThreads(site, events, rule.get()))
            .ifPresent(found::add);
      }
    }
    for (Site site : sites) {
      Optional<Rule> rule = world.catalog().rule(site.rule());
      if (rule.isPresent()) {
        Events events = Acquisition.follow(flow, liveness, knowledge, before, site);
        verdict.of(site, events, rule.get()).ifPresent(found::add);
      }
    }
  }
}
