package io.github.leakcheck.host;

import edu.umd.cs.findbugs.AnalysisError;
import edu.umd.cs.findbugs.BugCollectionBugReporter;
import edu.umd.cs.findbugs.BugInstance;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FindBugs2;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.PluginException;
import edu.umd.cs.findbugs.Priorities;
import edu.umd.cs.findbugs.Project;
import edu.umd.cs.findbugs.SortedBugCollection;
import edu.umd.cs.findbugs.config.UserPreferences;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** SpotBugs as others drive it: with its own detectors and our jar as a plugin. */
public final class SpotBugsHost implements Function<String, List<String>> {

  /** Type, line and text of each of our bugs in a class folder; jar and folder by a bar. */
  @Override
  public List<String> apply(String jarAndFolder) {
    String[] parts = jarAndFolder.split("\\|");
    try {
      Plugin.loadCustomPlugin(URI.create(parts[0]).toURL(), null);
      return run(parts[1]);
    } catch (IOException | PluginException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> run(String folder) throws IOException, InterruptedException {
    Project project = new Project();
    project.addFile(folder);
    BugCollectionBugReporter reporter = new BugCollectionBugReporter(project);
    reporter.setPriorityThreshold(Priorities.LOW_PRIORITY);
    try (FindBugs2 spotBugs = new FindBugs2()) {
      spotBugs.setProject(project);
      spotBugs.setBugReporter(reporter);
      spotBugs.setDetectorFactoryCollection(DetectorFactoryCollection.instance());
      spotBugs.setUserPreferences(UserPreferences.createDefaultUserPreferences());
      spotBugs.execute();
    }
    Stream<String> bugs =
        reporter.getBugCollection().getCollection().stream()
            .filter(bug -> bug.getType().startsWith("LEAK_"))
            .map(SpotBugsHost::text);
    return Stream.concat(
            bugs,
            ((SortedBugCollection) reporter.getBugCollection())
                .getErrors().stream().map(AnalysisError::getMessage))
        .toList();
  }

  private static String text(BugInstance bug) {
    return bug.getType()
        + " "
        + bug.getPrimarySourceLineAnnotation().getStartLine()
        + " "
        + bug.getPrimaryMethod().getMethodName()
        + " "
        + bug.getAnnotations().get(bug.getAnnotations().size() - 1);
  }
}
