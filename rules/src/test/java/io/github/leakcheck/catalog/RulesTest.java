package io.github.leakcheck.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.check.Checks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds of all rules together. */
class RulesTest {
  private static final List<Rule> RULES = Catalog.load(List.of()).rules();

  @Test
  void everyRuleHasACheck() {
    assertThat(RULES.stream().map(Rule::check)).isSubsetOf(Checks.names());
  }

  @Test
  void titlesAreShortAndOneOfAKind() {
    List<String> titles = RULES.stream().map(Rule::title).toList();
    assertThat(titles).doesNotHaveDuplicates();
    assertThat(titles).allMatch(title -> title.length() <= 72 && !title.endsWith("."));
  }

  /** One line would silence the other: which of them wins is no knowledge. */
  @Test
  void noSignatureIsAcquiredAndHarmless() {
    Map<Signature, Api> results = new HashMap<>();
    List<String> disputes = new ArrayList<>();
    for (Rule rule : RULES) {
      for (Api api : rule.apis()) {
        if (api.role() == Role.ACQUIRE || api.role() == Role.HARMLESS) {
          Api other = results.putIfAbsent(api.signature(), api);
          if (other != null && other.role() != api.role()) {
            disputes.add(api.origin() + " and " + other.origin());
          }
        }
      }
    }
    assertThat(disputes).isEmpty();
  }

  /** The user needs to know what is lost, and the next author why the line is there. */
  @Test
  void everyRuleSaysWhyItsThingsAreAcquired() {
    for (Rule rule : RULES) {
      List<Api> acquired = rule.apis().stream().filter(api -> api.role() == Role.ACQUIRE).toList();
      if (!acquired.isEmpty()) {
        assertThat(acquired).as(rule.id()).anyMatch(api -> !api.why().isEmpty());
      }
    }
  }
}
