package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Tells tests that decide nothing but whether something is written to a log. */
final class Reports {
  private static final Pattern LOGGERS = Pattern.compile(".*(Log|Logger|LogBuilder)|PrintStream");
  private static final Pattern TEXTS =
      Pattern.compile("java\\.(lang\\.(String|StringBuilder|StringBuffer|Integer|Long)|text\\..*)");

  private Reports() {}

  /**
   * Whether all that one outcome of the test runs and the other does not is the making of texts and
   * the writing of some to a log. At least one is written.
   */
  static boolean only(Body body, int test) {
    List<Integer> ways = body.flow().node(test).next();
    if (ways.size() != 2) {
      return false;
    }
    BitSet one = Reachability.from(body.flow(), ways.get(0));
    BitSet other = Reachability.from(body.flow(), ways.get(1));
    BitSet apart = (BitSet) one.clone();
    apart.xor(other);
    return apart.stream().anyMatch(node -> isReport(body.step(node)))
        && apart.stream().allMatch(node -> isHarmless(body.step(node)));
  }

  private static boolean isHarmless(Step step) {
    if (step instanceof Step.Call call) {
      return isReport(step)
          || TEXTS.matcher(call.callee().owner()).matches()
          || call.arguments().isEmpty() && !call.callee().result().equals("void");
    }
    return !(step instanceof Step.Return
        || step instanceof Step.Throw
        || step instanceof Step.StoreField
        || step instanceof Step.StoreElement);
  }

  private static boolean isReport(Step step) {
    return step instanceof Step.Call call
        && LOGGERS.matcher(Names.simple(call.callee().owner())).matches();
  }
}
