package io.github.leakcheck.catalog;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the rule folders that lie beside this class, as listed in {@code leaks/index.txt}. */
final class RuleFolders {
  /** The list of folders, one a line. Class paths cannot be listed, in a jar least of all. */
  static final String INDEX = "leaks/index.txt";

  private static final Pattern FOLDER = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  private RuleFolders() {}

  /** All rules of the index in the order of their ids. */
  static List<Rule> read() {
    Text index = Text.resource(INDEX);
    for (int i = 0; i < index.lines().size(); i++) {
      String folder = index.lines().get(i);
      if (!FOLDER.matcher(folder).matches()) {
        throw index.error(i + 1, "`" + folder + "` is no folder of a rule", "Generate the list.");
      }
      if (index.lines().indexOf(folder) < i) {
        throw index.error(i + 1, "`" + folder + "` twice", "Generate the list.");
      }
    }
    return read(index.lines());
  }

  /** The rules in these folders, in the order of their ids. */
  static List<Rule> read(List<String> folders) {
    List<Rule> rules =
        folders.stream().map(RuleFolders::read).sorted(Comparator.comparing(Rule::id)).toList();
    refuseDuplicates(rules.stream().flatMap(rule -> rule.apis().stream()).toList());
    return rules;
  }

  private static Rule read(String folder) {
    String path = "leaks/" + folder + "/";
    List<Api> apis = ApiReader.ofRule(Text.resource(path + "apis.txt"), folder.replace('_', '-'));
    return RuleReader.read(folder, Text.resource(path + "rule.md"), apis);
  }

  /** Two lines that say the same of the same signature would make the winner a matter of chance. */
  static void refuseDuplicates(List<Api> apis) {
    Map<List<Object>, Api> seen = new HashMap<>();
    for (Api api : apis) {
      Api first =
          seen.putIfAbsent(List.of(api.role(), api.signature(), api.undo(), release(api)), api);
      if (first != null) {
        throw new CatalogException(
            api.origin(),
            0,
            "`" + api.role().word() + " " + SignatureReader.write(api.signature()) + "` twice",
            "It stands in " + first.origin() + " already; keep one.");
      }
    }
  }

  /** Lines for different Java releases do not meet. */
  private static String release(Api api) {
    return api.keys().get(Key.SINCE.word()) + "-" + api.keys().get(Key.UNTIL.word());
  }
}
