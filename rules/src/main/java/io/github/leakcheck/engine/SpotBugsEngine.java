package io.github.leakcheck.engine;

import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Runs a user's own SpotBugs plugins. SpotBugs has static state: one run at a time in a JVM, which
 * {@link BytecodeEngine} sees to.
 */
final class SpotBugsEngine {
  /** Our own plugin, whose rules run anyway. */
  private static final String OURS = "io.github.leakcheck";

  private SpotBugsEngine() {}

  /**
   * What came of a run.
   *
   * @param failures what guests could not look into, one line each
   */
  record Result(GuestReport report, List<String> failures) {
    static final Result NOTHING = new Result(GuestReport.NOTHING, List.of());
  }

  /**
   * Runs SpotBugs on this thread over the scope's class folders.
   *
   * @param judge whether bugs in the class of this binary name are wanted
   * @throws GuestException if one of the scope's plugins is none that works here
   */
  static Result run(Scope scope, Predicate<String> judge) {
    try (SpotBugsGuests guests = SpotBugsGuests.load(scope.guests().spotBugsPlugins(), OURS)) {
      return guests.isEmpty() ? Result.NOTHING : run(scope, judge, guests);
    } finally {
      DetectorFactoryCollection.resetInstance(null);
    }
  }

  private static Result run(Scope scope, Predicate<String> judge, SpotBugsGuests guests) {
    GuestReporter reporter = new GuestReporter(guests, judge);
    List<String> failures = new ArrayList<>();
    try {
      execute(scope, guests, reporter);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (Exception | StackOverflowError e) { // whatever hostile class files made it throw
      failures.add("SpotBugs gave up, only leakcheck's own rules have looked at all classes: " + e);
    }
    failures.addAll(reporter.failures());
    return new Result(reporter.report(), failures);
  }

  /** A project of SpotBugs asks for detectors: they are in place before it is made. */
  private static void execute(Scope scope, SpotBugsGuests guests, GuestReporter reporter)
      throws IOException, InterruptedException {
    DetectorFactoryCollection detectors = guests.withCore();
    DetectorFactoryCollection.resetInstance(detectors);
    try (FindBugs2 host = new FindBugs2()) {
      host.setProject(project(scope));
      reporter.setPriorityThreshold(Priorities.LOW_PRIORITY);
      host.setBugReporter(reporter);
      host.setDetectorFactoryCollection(detectors);
      host.setUserPreferences(guests.preferences(detectors));
      host.setAnalysisFeatureSettings(FindBugs.DEFAULT_EFFORT);
      host.execute();
    }
  }

  private static Project project(Scope scope) {
    Project project = new Project();
    existing(scope.classFolders()).forEach(project::addFile);
    existing(scope.classPath()).forEach(project::addAuxClasspathEntry);
    return project;
  }

  private static Stream<String> existing(List<Path> paths) {
    return paths.stream().filter(Files::exists).map(Path::toString);
  }
}
