package io.github.leakcheck.engine;

import edu.umd.cs.findbugs.AbstractBugReporter;
import edu.umd.cs.findbugs.AnalysisError;
import edu.umd.cs.findbugs.BugCollection;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.BugPattern;
import edu.umd.cs.findbugs.MethodAnnotation;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Takes what a user's SpotBugs plugins report; what SpotBugs' own detectors do is not wanted. */
final class GuestReporter extends AbstractBugReporter {
  /** Ranks up to this one are SpotBugs' "scariest" and "scary". */
  private static final int SCARY = 9;

  /** Ranks up to this one are "troubling", those above "of concern". */
  private static final int TROUBLING = 14;

  private final SpotBugsGuests guests;
  private final Predicate<String> judge;
  private final GuestReport.Collector found = new GuestReport.Collector();
  private final Set<String> failures = new LinkedHashSet<>();

  /**
   * @param judge whether bugs in the class of this binary name are wanted
   */
  GuestReporter(SpotBugsGuests guests, Predicate<String> judge) {
    this.guests = guests;
    this.judge = judge;
  }

  GuestReport report() {
    return found.report();
  }

  /** What went wrong in plugins, one line each. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  protected void doReportBug(BugInstance bug) {
    if (guests.isOfGuest(bug.getDetectorFactory())
        && judge.test(bug.getPrimaryClass().getClassName())) {
      GuestRule rule = rule(bug);
      found.add(finding(bug, rule), rule);
    }
  }

  @Override
  public void reportAnalysisError(AnalysisError error) {
    String why = error.getExceptionMessage() == null ? "" : ": " + error.getExceptionMessage();
    failures.add("SpotBugs: " + line(error.getMessage() + why));
  }

  /** Missing classes reach the user through our own class path. */
  @Override
  public void reportMissingClass(String name) {}

  @Override
  public void observeClass(ClassDescriptor type) {}

  @Override
  public void finish() {}

  @Override
  public BugCollection getBugCollection() {
    return null;
  }

  private static GuestRule rule(BugInstance bug) {
    BugPattern pattern = bug.getBugPattern();
    return new GuestRule(
        GuestRule.SPOTBUGS + bug.getType(),
        line(pattern.getShortDescription()),
        plain(pattern.getDetailText()),
        severity(bug),
        pattern.getUri().map(URI::toString).orElse(""));
  }

  private static Finding finding(BugInstance bug, GuestRule rule) {
    SourceLineAnnotation at = bug.getPrimarySourceLineAnnotation();
    Span span = at.getStartLine() > 0 ? Span.ofLine(at.getStartLine()) : Span.UNKNOWN;
    return new Finding(
        rule.id(),
        rule.severity(),
        confidence(bug.getPriority()),
        new Subject(Subject.Kind.MEMBER, "", rule.name(), 0),
        line(bug.getMessageWithoutPrefix()).replaceFirst("\\.$", ""),
        rule.address().isEmpty() ? "" : "see " + rule.address(),
        new Place(at.getSourcePath(), span, member(bug)),
        List.of(),
        Set.of(Finding.BYTECODE));
  }

  private static Member member(BugInstance bug) {
    MethodAnnotation method = bug.getPrimaryMethod();
    if (method == null) {
      return new Member(bug.getPrimaryClass().getClassName(), "", null, "");
    }
    String descriptor = method.getMethodSignature();
    List<String> parameters =
        Stream.of(Type.getArgumentTypes(descriptor)).map(Type::getClassName).toList();
    return new Member(method.getClassName(), method.getMethodName(), parameters, descriptor);
  }

  /** How much a bug hurts is its rank. */
  private static Severity severity(BugInstance bug) {
    int rank = bug.getBugRank();
    return rank <= SCARY ? Severity.ERROR : rank <= TROUBLING ? Severity.WARNING : Severity.NOTE;
  }

  /** What SpotBugs calls priority is how sure it is. */
  private static Confidence confidence(int priority) {
    return switch (priority) {
      case Priorities.HIGH_PRIORITY -> Confidence.HIGH;
      case Priorities.NORMAL_PRIORITY -> Confidence.MEDIUM;
      default -> Confidence.LOW;
    };
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Plugins describe their bugs in HTML. */
  private static String plain(String html) {
    return line(html.replaceAll("<[^>]*>", " "))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
