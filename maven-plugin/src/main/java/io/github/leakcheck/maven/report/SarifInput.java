package io.github.leakcheck.maven.report;

import io.github.leakcheck.catalog.Rule;
import java.util.List;

/**
 * All that a SARIF file tells beside findings.
 *
 * @param version version of leakcheck
 * @param rules the rules that were asked, with or without findings, in any order
 * @param engines who read the code; may be empty
 * @param root what the addresses of files are relative to
 */
public record SarifInput(String version, List<Rule> rules, List<Engine> engines, SourceRoot root) {

  /** A tool that leakcheck drives. */
  public record Engine(String name, String version, String address) {}

  public SarifInput {
    rules = List.copyOf(rules);
    engines = List.copyOf(engines);
  }
}
