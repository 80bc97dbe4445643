package io.github.leakcheck.catalog;

import io.github.leakcheck.model.Severity;
import java.util.List;
import java.util.Set;

/**
 * One folder of the catalogue.
 *
 * @param id {@code unclosed-file-stream}
 * @param title what is wrong, as a short phrase
 * @param check name of the check that judges it
 * @param since leakcheck version
 * @param cwe CWE numbers, may be empty
 * @param libraries {@code group:artifact:version[:classifier]} of the jars that samples compile
 *     against, may be empty
 * @param heavierIn where such a leak weighs more than elsewhere, may be empty
 * @param leaks section "What leaks"; {@code hurts} "Why it hurts"; {@code fix} "Fix"; {@code fine}
 *     "When it is not a leak"; Markdown
 * @param apis lines of apis.txt
 */
public record Rule(
    String id,
    String title,
    Severity severity,
    String check,
    String since,
    List<Integer> cwe,
    List<String> libraries,
    Set<Deployment> heavierIn,
    String leaks,
    String hurts,
    String fix,
    String fine,
    List<Api> apis) {

  public Rule {
    cwe = List.copyOf(cwe);
    libraries = List.copyOf(libraries);
    heavierIn = Set.copyOf(heavierIn);
    apis = List.copyOf(apis);
  }

  /** Whether the rule knows anything that exists in projects of this Java release. */
  public boolean appliesTo(int release) {
    return apis.isEmpty() || apis.stream().anyMatch(api -> api.holdsIn(release));
  }

  /** Folder and Java package of the samples: {@code unclosed_file_stream}. */
  public String folder() {
    return id.replace('-', '_');
  }

  /** Name of the PMD rule: {@code UnclosedFileStream}. */
  public String pmdName() {
    StringBuilder name = new StringBuilder();
    for (String word : id.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  /** SpotBugs bug type: {@code LEAK_UNCLOSED_FILE_STREAM}. */
  public String spotBugsType() {
    return "LEAK_" + folder().toUpperCase(java.util.Locale.ROOT);
  }
}
