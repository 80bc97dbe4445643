package io.github.leakcheck.engine;

import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import io.github.leakcheck.source.LeakRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.sourceforge.pmd.lang.document.FileLocation;
import net.sourceforge.pmd.lang.rule.Rule;
import net.sourceforge.pmd.lang.rule.RulePriority;
import net.sourceforge.pmd.lang.rule.RuleSet;
import net.sourceforge.pmd.lang.rule.RuleSetLoadException;
import net.sourceforge.pmd.lang.rule.RuleSetLoader;
import net.sourceforge.pmd.reporting.RuleViolation;

/** A user's PMD rulesets, and their violations as findings. */
final class PmdGuests {
  private PmdGuests() {}

  /**
   * The rules of Java in these rulesets, without our own. PMD takes classes and resources from its
   * own class path, never from that of the analysed code.
   *
   * @throws GuestException if one cannot be loaded
   */
  static List<RuleSet> load(List<String> rulesets) {
    return rulesets.stream().map(PmdGuests::load).toList();
  }

  private static RuleSet load(String name) {
    try {
      RuleSet.RuleSetBuilder rules =
          new RuleSetLoader().warnDeprecated(false).loadFromResource(name).toBuilder();
      rules.removeIf(rule -> !isWanted(rule));
      RuleSet wanted = rules.build();
      if (wanted.getRules().isEmpty()) {
        throw new GuestException("the PMD ruleset " + name + " has no rule about Java");
      }
      return wanted;
    } catch (RuleSetLoadException | LinkageError unusable) {
      throw new GuestException(
          "the PMD ruleset " + name + " cannot be loaded: " + why(unusable), unusable);
    }
  }

  private static boolean isWanted(Rule rule) {
    return rule.getLanguage().getId().equals("java")
        && !rule.getRuleClass().equals(LeakRule.class.getName());
  }

  /** PMD wraps what the reader must know in what he knows already. */
  private static String why(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.strip().lines().findFirst().orElse("").strip();
  }

  static GuestRule rule(RuleViolation violation) {
    Rule rule = violation.getRule();
    return new GuestRule(
        GuestRule.PMD + rule.getName(),
        line(Optional.ofNullable(rule.getMessage()).orElse(rule.getName())),
        Optional.ofNullable(rule.getDescription()).orElse("").strip(),
        severity(rule.getPriority()),
        Optional.ofNullable(rule.getExternalInfoUrl()).orElse(""));
  }

  /** PMD rules are either sure or silent, so confidence is high. */
  static Finding finding(RuleViolation violation) {
    GuestRule rule = rule(violation);
    FileLocation at = violation.getLocation();
    return new Finding(
        rule.id(),
        rule.severity(),
        Confidence.HIGH,
        new Subject(Subject.Kind.MEMBER, "", rule.name(), 0),
        line(violation.getDescription()).replaceFirst("\\.$", ""),
        rule.address().isEmpty() ? "" : "see " + rule.address(),
        new Place(at.getFileId().getAbsolutePath(), span(at), member(violation)),
        List.of(),
        Set.of(Finding.SOURCE));
  }

  private static Severity severity(RulePriority priority) {
    return switch (priority) {
      case HIGH, MEDIUM_HIGH -> Severity.ERROR;
      case MEDIUM -> Severity.WARNING;
      case MEDIUM_LOW, LOW -> Severity.NOTE;
    };
  }

  /** One line at most: what reviews can show. */
  private static Span span(FileLocation at) {
    int line = at.getStartLine();
    boolean oneLine = at.getEndLine() == line && at.getEndColumn() > at.getStartColumn();
    int end = oneLine ? at.getEndColumn() : at.getStartColumn() + 1;
    return new Span(line, at.getStartColumn(), line, end);
  }

  private static Member member(RuleViolation violation) {
    Map<String, String> about = violation.getAdditionalInfo();
    String outer = about.getOrDefault(RuleViolation.PACKAGE_NAME, "");
    String type = about.getOrDefault(RuleViolation.CLASS_NAME, "");
    String method = about.getOrDefault(RuleViolation.METHOD_NAME, "");
    return new Member(
        outer.isEmpty() ? type : outer + "." + type,
        method,
        method.isEmpty() ? null : List.of(),
        "");
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
