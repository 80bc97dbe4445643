package io.github.leakcheck.catalog;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Types;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All rules and all API lines, indexed for look-up. Immutable. */
public final class Catalog {
  private final List<Rule> rules;
  private final List<Api> apis;

  private Catalog(List<Rule> rules, List<Api> apis) {
    this.rules = List.copyOf(rules);
    this.apis = List.copyOf(apis);
  }

  /** Our own rules and the API lines of the given files (a user's {@code leakcheck-apis.txt}). */
  public static Catalog load(List<Path> userModels) {
    throw new UnsupportedOperationException();
  }

  /** All rules in the order of their ids. */
  public List<Rule> rules() {
    return rules;
  }

  public Optional<Rule> rule(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** All lines of a role. */
  public List<Api> apis(Role role) {
    return apis.stream().filter(api -> api.role() == role).toList();
  }

  /**
   * The line of this role that fits the method best: the one about the most specific owner, then
   * the one that names parameters.
   */
  public Optional<Api> match(Role role, MethodRef method, Types types) {
    throw new UnsupportedOperationException();
  }
}
