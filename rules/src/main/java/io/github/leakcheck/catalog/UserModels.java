package io.github.leakcheck.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads users' own files ({@code leakcheck-apis.txt}). A line that makes findings must belong to a
 * rule; one that acquires belongs to the rule for closeables of any kind unless it says otherwise.
 */
final class UserModels {
  /** The rule of a user's {@code acquire} that names none. */
  static final String DEFAULT_RULE = "unclosed-auto-closeable";

  private static final Set<Role> NEED_RULE = Set.of(Role.DOES, Role.ADDS);

  private final List<String> rules;

  /**
   * Reader of users' files.
   *
   * @param rules ids of the known rules
   */
  UserModels(List<String> rules) {
    this.rules = List.copyOf(rules);
  }

  List<Api> read(List<Text> files) {
    List<Api> apis = new ArrayList<>();
    for (Text file : files) {
      for (Api api : ApiReader.ofUser(file)) {
        apis.add(checked(api));
      }
    }
    RuleFolders.refuseDuplicates(apis);
    return apis;
  }

  private Api checked(Api api) {
    if (api.rule().isEmpty()) {
      return withoutRule(api);
    }
    if (!rules.contains(api.rule())) {
      throw new CatalogException(
          api.origin(), 0, "unknown rule `" + api.rule() + "`", "Rules are: " + rules + ".");
    }
    return api;
  }

  private static Api withoutRule(Api api) {
    if (NEED_RULE.contains(api.role())) {
      throw new CatalogException(
          api.origin(),
          0,
          "`" + api.role().word() + "` without a rule",
          "Add `rule <id>` to say which rule reports it.");
    }
    return api.role() == Role.ACQUIRE ? api.of(DEFAULT_RULE) : api;
  }
}
