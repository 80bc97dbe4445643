package io.github.leakcheck.maven;

import io.github.leakcheck.maven.report.AzureCommands;
import io.github.leakcheck.maven.report.GithubCommands;
import io.github.leakcheck.maven.report.GitlabReport;
import io.github.leakcheck.maven.report.Remark;
import io.github.leakcheck.maven.report.StepSummary;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;

/** Tells the service that a build runs on what was found, in the way it shows beside the code. */
enum Annotations {
  AUTO,
  GITHUB,
  GITLAB,
  AZURE,
  NONE;

  /** As the user asks for; {@code auto} goes by the environment that each service sets. */
  static Annotations of(String value, Map<String, String> environment)
      throws MojoExecutionException {
    Annotations chosen = BadParameter.parse("annotations", value, Annotations.class);
    if (chosen != AUTO) {
      return chosen;
    }
    if (isTrue(environment, "GITHUB_ACTIONS")) {
      return GITHUB;
    }
    if (isTrue(environment, "GITLAB_CI")) {
      return GITLAB;
    }
    return isTrue(environment, "TF_BUILD") ? AZURE : NONE;
  }

  private static boolean isTrue(Map<String, String> environment, String name) {
    return "true".equalsIgnoreCase(environment.get(name));
  }

  /**
   * Tells of findings.
   *
   * @param report where all of them are
   * @param name of the report as the user knows it
   */
  void tell(List<Remark> remarks, Path report, String name, Map<String, String> environment)
      throws IOException {
    switch (this) {
      case GITHUB -> {
        print(GithubCommands.lines(remarks, name));
        summarise(StepSummary.of(remarks, address(environment), name), environment);
      }
      case GITLAB -> GitlabReport.write(report.resolveSibling(GitlabReport.NAME), remarks);
      case AZURE -> print(AzureCommands.lines(remarks));
      default -> {}
    }
  }

  /** Commands count only at the start of a line: neither -l nor Maven 4 may come between. */
  private static void print(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.out.flush();
    lines.forEach(line -> out.print("\n" + line));
    out.print("\n");
    out.flush(); // and never closed: it is not ours
  }

  private static void summarise(String page, Map<String, String> environment) throws IOException {
    String file = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (!file.isEmpty()) {
      Files.writeString(Path.of(file), page, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
  }

  private static String address(Map<String, String> environment) {
    String server = environment.getOrDefault("GITHUB_SERVER_URL", "");
    String repository = environment.getOrDefault("GITHUB_REPOSITORY", "");
    String commit = environment.getOrDefault("GITHUB_SHA", "");
    boolean known = !server.isEmpty() && !repository.isEmpty() && !commit.isEmpty();
    return known ? server + "/" + repository + "/blob/" + commit + "/" : "";
  }
}
