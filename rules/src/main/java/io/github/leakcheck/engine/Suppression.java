package io.github.leakcheck.engine;

import io.github.leakcheck.model.Finding;
import java.util.Set;

/**
 * One place where the code sets findings aside.
 *
 * @param file as findings name it
 * @param line where the suppression itself stands
 * @param text as the code says it
 * @param ours whether it speaks to leakcheck alone, so that it has no use when it hides nothing
 * @param rules ids of the rules it is about; empty when it is about all, null when about none
 * @param first first line of the code it is about
 * @param last last line of the code it is about
 */
record Suppression(
    String file, int line, String text, boolean ours, Set<String> rules, int first, int last) {

  boolean isAbout(String rule) {
    return rules != null && (rules.isEmpty() || rules.contains(rule));
  }

  /**
   * @param start first line of the statement or declaration that the finding stands in
   */
  boolean hides(Finding finding, int start) {
    return isAbout(finding.rule())
        && (covers(finding.place().span().line()) || first == last && covers(start));
  }

  private boolean covers(int number) {
    return first <= number && number <= last;
  }
}
