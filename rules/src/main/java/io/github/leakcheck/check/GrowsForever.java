package io.github.leakcheck.check;

import io.github.leakcheck.check.growth.FieldJudge;
import io.github.leakcheck.check.growth.Verdict;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A collection, cache, queue or registry that lives as long as the process and takes in more and
 * more: is there any bound, eviction, removal or weak key?
 */
public final class GrowsForever implements Check {
  @Override
  public String name() {
    return "grows-forever";
  }

  @Override
  public List<Finding> judge(ClassFacts unit, World world) {
    List<Finding> findings = new ArrayList<>();
    for (FieldFacts field : unit.type().fields()) {
      FieldJudge.of(world)
          .judge(unit.type(), field)
          .flatMap(verdict -> say(verdict, unit.engine(), world))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Finding> say(Verdict verdict, String engine, World world) {
    String help = "Bound it, let its entries expire, or remove each where its owner ends";
    return new Wording(Code.of(world))
        .draft("static-collection-only-grows", verdict, help)
        .finding(world, engine);
  }
}
