package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.maven.report.RuleText;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Explains a rule: what leaks, why it hurts, the fix, and when it is not a leak. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
  /** Id of the rule, as findings show it in brackets. */
  @Parameter(property = "leakcheck.rule", required = true)
  private String rule;

  @Override
  public void execute() throws MojoExecutionException {
    Catalog catalog = Catalog.load(List.of());
    List<String> ids = catalog.rules().stream().map(Rule::id).toList();
    Rule known =
        catalog
            .rule(rule.strip())
            .orElseThrow(() -> BadParameter.unknownRule("rule", rule.strip(), ids));
    RuleText text = new RuleText(Terminal.style(System.getenv()));
    getLog().info(System.lineSeparator() + text.explain(known));
  }
}
