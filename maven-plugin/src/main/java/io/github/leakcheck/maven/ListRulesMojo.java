package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.maven.report.RuleText;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists all rules: id, severity, what is wrong. */
@Mojo(name = "list-rules", requiresProject = false, threadSafe = true)
public final class ListRulesMojo extends AbstractMojo {
  @Override
  public void execute() {
    RuleText text = new RuleText(Terminal.style(System.getenv()));
    getLog().info(System.lineSeparator() + text.list(Catalog.load(List.of()).rules()));
  }
}
