package io.github.leakcheck.engine;

import edu.umd.cs.findbugs.AbstractBugReporter;
import edu.umd.cs.findbugs.AnalysisError;
import edu.umd.cs.findbugs.BugCollection;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.classfile.ClassDescriptor;

/** Findings reach us through the session, and missing classes through our own class path. */
class SilentReporter extends AbstractBugReporter {
  @Override
  protected void doReportBug(BugInstance bug) {}

  @Override
  public void reportAnalysisError(AnalysisError error) {}

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
}
