package io.github.leakcheck.catalog;

/** Where users read on. */
final class RuleLinks {
  static final String HOME = "https://github.com/leakcheck/leakcheck";

  private RuleLinks() {}

  static String page(Rule rule) {
    return HOME + "/blob/main/docs/rules/" + rule.id() + ".md";
  }
}
