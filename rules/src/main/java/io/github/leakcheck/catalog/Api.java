package io.github.leakcheck.catalog;

import java.util.Map;
import java.util.Optional;

/**
 * One line of knowledge.
 *
 * @param rule id of the rule whose folder it stands in; empty for a user's own file
 * @param undo signature behind {@code undo}
 * @param keys further {@code key value} pairs of the line
 * @param why the reason behind {@code #}
 * @param origin {@code file:line}, for messages
 */
public record Api(
    Role role,
    Signature signature,
    Optional<Signature> undo,
    Map<String, String> keys,
    String why,
    String rule,
    String origin) {

  public Api {
    keys = Map.copyOf(keys);
  }
}
