package io.github.leakcheck.source;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Span;
import java.util.List;
import java.util.Locale;
import net.sourceforge.pmd.lang.document.FileLocation;
import net.sourceforge.pmd.lang.document.TextRange2d;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.rule.AbstractJavaRulechainRule;
import net.sourceforge.pmd.properties.PropertyDescriptor;
import net.sourceforge.pmd.properties.PropertyFactory;
import net.sourceforge.pmd.reporting.RuleContext;
import net.sourceforge.pmd.util.DataMap;
import net.sourceforge.pmd.util.DataMap.SimpleDataKey;

/**
 * PMD's door to all leak rules. Every rule of a ruleset is an instance of this class and reports
 * the findings of the rule whose name it bears; a file is judged once for all of them. In an engine
 * of ours one instance hands the parsed files to a {@link SourceSink} instead.
 */
public final class LeakRule extends AbstractJavaRulechainRule {
  private static final PropertyDescriptor<String> MIN_CONFIDENCE =
      PropertyFactory.stringProperty("minConfidence")
          .desc("Findings less sure than this are not reported: low, medium or high")
          .defaultValue("medium")
          .build();

  private static final SimpleDataKey<List<Finding>> FINDINGS =
      DataMap.simpleDataKey("leakcheck.findings");

  private final SourceSink sink;

  /** As PMD makes rules. */
  public LeakRule() {
    this(null);
  }

  private LeakRule(SourceSink sink) {
    super(ASTCompilationUnit.class);
    this.sink = sink;
    definePropertyDescriptor(MIN_CONFIDENCE);
  }

  /** One rule that hands every file to the sink. */
  public static LeakRule into(SourceSink sink) {
    LeakRule rule = new LeakRule(sink);
    rule.setName("Leakcheck");
    rule.setMessage("leak");
    return rule;
  }

  /** With a sink there is no state that threads could disturb, and PMD's copy would lose it. */
  @Override
  public net.sourceforge.pmd.lang.rule.Rule deepCopy() {
    return sink == null ? super.deepCopy() : this;
  }

  @Override
  public Object visit(ASTCompilationUnit file, Object data) {
    if (sink != null) {
      String path = file.getTextDocument().getFileId().getAbsolutePath();
      if (sink.wants(path)) {
        sink.read(path, file);
      }
    } else {
      report(file, asCtx(data));
    }
    return data;
  }

  private void report(ASTCompilationUnit file, RuleContext context) {
    String id = idOf(getName());
    Confidence least = Confidence.valueOf(getProperty(MIN_CONFIDENCE).toUpperCase(Locale.ROOT));
    List<Finding> findings = file.getUserMap().computeIfAbsent(FINDINGS, () -> ofHost(file));
    for (Finding finding : findings) {
      if (finding.rule().equals(id) && finding.confidence().compareTo(least) >= 0) {
        report(finding, file, context);
      }
    }
  }

  private static List<Finding> ofHost(ASTCompilationUnit file) {
    SourceJudge.Verdict verdict = SourceJudge.ofHost(file).judge(file);
    if (!verdict.failures().isEmpty()) {
      throw new IllegalStateException(String.join("; ", verdict.failures()));
    }
    return verdict.findings();
  }

  private static String idOf(String pmdName) {
    return Catalog.load(List.of()).rules().stream()
        .filter(rule -> rule.pmdName().equals(pmdName))
        .map(Rule::id)
        .findFirst()
        .orElse("");
  }

  /** The node decides what suppressions apply, the location what is shown. */
  private static void report(Finding finding, ASTCompilationUnit file, RuleContext context) {
    Span span = finding.place().span();
    JavaNode node = innermost(file, span);
    if (span.isExact()) {
      TextRange2d range =
          TextRange2d.range2d(span.line(), span.column(), span.endLine(), span.endColumn());
      FileLocation location = FileLocation.range(file.getTextDocument().getFileId(), range);
      context.addViolationWithPosition(node, file.getAstInfo(), location, "{0}", finding.message());
    } else {
      context.addViolationWithMessage(node, "{0}", finding.message());
    }
  }

  private static JavaNode innermost(JavaNode node, Span span) {
    for (JavaNode child : node.children()) {
      if (covers(child, span)) {
        return innermost(child, span);
      }
    }
    return node;
  }

  private static boolean covers(JavaNode node, Span span) {
    boolean starts =
        node.getBeginLine() < span.line()
            || node.getBeginLine() == span.line() && node.getBeginColumn() <= span.column();
    boolean ends =
        node.getEndLine() > span.endLine()
            || node.getEndLine() == span.endLine() && node.getEndColumn() >= span.endColumn();
    return starts && ends;
  }
}
