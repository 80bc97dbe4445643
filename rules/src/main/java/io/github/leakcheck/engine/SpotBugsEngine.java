package io.github.leakcheck.engine;

import edu.umd.cs.findbugs.DetectorFactory;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.PluginLoader;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import io.github.leakcheck.bytecode.ClassPathProgram;
import io.github.leakcheck.bytecode.LeakDetector;
import io.github.leakcheck.bytecode.Session;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Judges class files inside SpotBugs. SpotBugs is a bare host here: our detector alone, without
 * those of its core, which cost many times what ours do, unless a user's own plugins need them.
 */
final class SpotBugsEngine {
  /** SpotBugs has static state. An interned string is one monitor for all class realms. */
  private static final Object ONE_AT_A_TIME = "io.github.leakcheck: one SpotBugs per JVM".intern();

  private static final String PLUGIN = "io.github.leakcheck";

  private SpotBugsEngine() {}

  /** Judges the classes for which {@code judge} holds, by binary name. */
  static Raw run(Scope scope, Catalog catalog, Predicate<String> judge, Progress progress) {
    List<Path> judged = existing(scope.classFolders());
    if (judged.isEmpty()) {
      return Raw.NOTHING;
    }
    try (ClassPathProgram program = ClassPathProgram.open(input(scope, judged, judge))) {
      if (program.classes().isEmpty()) {
        return new Raw(List.of(), 0, program.notes(), program.failures(), 0, GuestReport.NOTHING);
      }
      progress.expect(program.classes().size());
      return judge(scope, catalog, judge, program, progress);
    }
  }

  private static Raw judge(
      Scope scope,
      Catalog catalog,
      Predicate<String> judge,
      ClassPathProgram program,
      Progress progress) {
    List<Finding> findings = new ArrayList<>();
    Session session = new Session(program, catalog, findings::add, progress::step);
    Hosted hosted =
        host(session, () -> project(scope, existing(scope.classFolders())), scope.guests(), judge);
    session.judge(); // does nothing unless SpotBugs never came that far
    List<String> notes = new ArrayList<>(program.notes());
    List<String> failures = new ArrayList<>(program.failures());
    hosted.failure().ifPresent(notes::add);
    if (!scope.guests().spotBugsPlugins().isEmpty()) { // our own classes were judged all the same
      hosted.failure().ifPresent(failures::add);
    }
    for (List<String> missed : List.of(session.failures(), hosted.missed())) {
      notes.addAll(missed);
      failures.addAll(missed);
    }
    return new Raw(findings, session.judged(), notes, failures, session.coarse(), hosted.guests());
  }

  private static ClassPathProgram.Input input(
      Scope scope, List<Path> judged, Predicate<String> judge) {
    List<Path> modules = scope.classPath().stream().filter(Files::isDirectory).toList();
    List<Path> libraries = scope.classPath().stream().filter(Files::isRegularFile).toList();
    return new ClassPathProgram.Input(judged, modules, libraries, scope.release(), judge);
  }

  private static List<Path> existing(List<Path> paths) {
    return paths.stream().filter(Files::exists).toList();
  }

  static Project project(Scope scope, List<Path> judged) {
    Project project = new Project();
    judged.forEach(path -> project.addFile(path.toString()));
    existing(scope.classPath()).forEach(path -> project.addAuxClasspathEntry(path.toString()));
    return project;
  }

  /**
   * What came of one run of SpotBugs.
   *
   * @param failure why it ended early, if it did
   * @param missed what guests could not look into
   */
  record Hosted(Optional<String> failure, List<String> missed, GuestReport guests) {}

  /** Runs SpotBugs on this thread with our detector inside, and with the guests' if any. */
  static Hosted host(
      Session session, Supplier<Project> project, Guests invited, Predicate<String> judge) {
    synchronized (ONE_AT_A_TIME) {
      try (SpotBugsGuests guests = SpotBugsGuests.load(invited.spotBugsPlugins(), PLUGIN)) {
        GuestReporter reporter = new GuestReporter(guests, judge);
        Optional<String> failure = host(session, project, guests, reporter);
        return new Hosted(failure, reporter.failures(), reporter.report());
      } finally {
        DetectorFactoryCollection.resetInstance(null);
      }
    }
  }

  /**
   * @param project made when our detectors are in place: a project of SpotBugs asks for some, and
   *     gathers those of the whole core if there are none
   */
  private static Optional<String> host(
      Session session, Supplier<Project> project, SpotBugsGuests guests, GuestReporter reporter) {
    DetectorFactoryCollection detectors = guests.with(ours());
    DetectorFactoryCollection.resetInstance(detectors);
    try {
      session.during(() -> execute(project.get(), detectors, guests, reporter));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (Exception | StackOverflowError e) { // whatever hostile class files made it throw
      return Optional.of("SpotBugs gave up, its classes were judged without it: " + e);
    }
  }

  private static void execute(
      Project project,
      DetectorFactoryCollection detectors,
      SpotBugsGuests guests,
      GuestReporter reporter)
      throws IOException, InterruptedException {
    try (FindBugs2 host = new FindBugs2()) {
      host.setProject(project);
      reporter.setPriorityThreshold(Priorities.LOW_PRIORITY);
      host.setBugReporter(reporter);
      host.setDetectorFactoryCollection(detectors);
      host.setUserPreferences(guests.preferences(detectors));
      host.setAnalysisFeatureSettings(
          guests.isEmpty() ? FindBugs.MIN_EFFORT : FindBugs.DEFAULT_EFFORT);
      host.execute();
    }
  }

  /** Not registered with SpotBugs' statics: the plugin lives as long as the analysis. */
  @SuppressWarnings("deprecation") // the only loader that does not read a jar again
  private static Plugin ours() {
    PluginLoader loader = new PluginLoader(true, home());
    Plugin plugin = new Plugin(PLUGIN, "", null, loader, true, false);
    plugin.addDetectorFactory(
        new DetectorFactory(
            plugin, LeakDetector.class.getName(), LeakDetector.class, true, "fast", "", ""));
    return plugin;
  }

  private static URL home() {
    CodeSource source = SpotBugsEngine.class.getProtectionDomain().getCodeSource();
    return source != null
        ? source.getLocation()
        : FindBugs2.class.getProtectionDomain().getCodeSource().getLocation();
  }
}
