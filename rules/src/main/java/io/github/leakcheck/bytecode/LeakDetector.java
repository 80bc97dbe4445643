package io.github.leakcheck.bytecode;

import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.BugReporter;
import edu.umd.cs.findbugs.Detector2;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.SourceLineAnnotation;
import edu.umd.cs.findbugs.StringAnnotation;
import edu.umd.cs.findbugs.classfile.CheckedAnalysisException;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;
import edu.umd.cs.findbugs.classfile.DescriptorFactory;
import edu.umd.cs.findbugs.classfile.Global;
import edu.umd.cs.findbugs.classfile.analysis.ClassData;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All leak rules as a detector in anybody's SpotBugs: notes which classes SpotBugs visits, judges
 * them when all are known, and reports bugs.
 */
public final class LeakDetector implements Detector2 {
  private final BugReporter reporter;
  private final List<String> visited = new ArrayList<>();

  /** As SpotBugs makes detectors. */
  public LeakDetector(BugReporter reporter) {
    this.reporter = reporter;
  }

  @Override
  public void visitClass(ClassDescriptor type) {
    visited.add(type.getDottedClassName());
  }

  @Override
  public void finishPass() {
    judge();
    visited.clear();
  }

  @Override
  public String getDetectorClassName() {
    return LeakDetector.class.getName();
  }

  private void judge() {
    int release = Runtime.version().feature(); // SpotBugs resolves against the running JDK, too
    Catalog catalog = Catalog.load(List.of()).forRelease(release);
    try (ClassPathProgram program = ClassPathProgram.over(visited, LeakDetector::bytes, release)) {
      Session session = new Session(program, catalog, f -> report(f, catalog, program));
      session.judge();
      session
          .failures()
          .forEach(failure -> Global.getAnalysisCache().getErrorLogger().logError(failure));
    }
  }

  /** Null if SpotBugs cannot find the class. */
  private static byte[] bytes(String className) {
    try {
      ClassDescriptor type = DescriptorFactory.createClassDescriptorFromDottedClassName(className);
      return Global.getAnalysisCache().getClassAnalysis(ClassData.class, type).getData();
    } catch (CheckedAnalysisException e) {
      return null;
    }
  }

  private void report(Finding finding, Catalog catalog, ClassPathProgram program) {
    Optional<Rule> rule = catalog.rule(finding.rule());
    if (rule.isEmpty()) {
      return;
    }
    Member member = finding.place().member();
    BugInstance bug =
        new BugInstance(this, rule.get().spotBugsType(), priority(finding.confidence()));
    Optional<TypeFacts> type = program.type(member.className());
    bug.addClass(member.className());
    if (member.isMethod() && !member.descriptor().isEmpty()) {
      bug.addMethod(member.className(), member.name(), member.descriptor(), isStatic(member, type));
    } else if (!member.name().isEmpty() && !member.isMethod()) {
      addField(bug, member, type);
    }
    bug.addSourceLine(line(finding));
    bug.addString(finding.message()).describe(StringAnnotation.STRING_MESSAGE);
    reporter.reportBug(bug);
  }

  private static boolean isStatic(Member member, Optional<TypeFacts> type) {
    return type.stream()
        .flatMap(t -> t.methods().stream())
        .filter(m -> m.ref().name().equals(member.name()))
        .filter(m -> m.ref().parameters().equals(member.parameters()))
        .anyMatch(m -> Access.has(m.access(), Access.STATIC));
  }

  private static void addField(BugInstance bug, Member member, Optional<TypeFacts> type) {
    type.flatMap(t -> t.field(member.name()))
        .ifPresent(
            field ->
                bug.addField(
                    member.className(),
                    field.name(),
                    Descriptors.of(field.type()),
                    Access.has(field.access(), Access.STATIC)));
  }

  private static SourceLineAnnotation line(Finding finding) {
    String file = finding.place().file();
    int line = finding.place().span().line();
    String name = file.substring(file.lastIndexOf('/') + 1);
    String type = finding.place().member().className();
    return line == 0
        ? SourceLineAnnotation.createUnknown(type, name)
        : new SourceLineAnnotation(type, name, line, line, 0, -1);
  }

  private static int priority(Confidence confidence) {
    return switch (confidence) {
      case HIGH -> Priorities.HIGH_PRIORITY;
      case MEDIUM -> Priorities.NORMAL_PRIORITY;
      case LOW -> Priorities.LOW_PRIORITY;
    };
  }
}
