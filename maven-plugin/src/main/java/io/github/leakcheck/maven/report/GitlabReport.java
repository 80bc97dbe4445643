package io.github.leakcheck.maven.report;

import com.google.gson.GsonBuilder;
import io.github.leakcheck.maven.text.WholeFile;
import io.github.leakcheck.model.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Findings as a code quality report, which GitLab shows in a merge request. */
public final class GitlabReport {
  public static final String NAME = "gl-code-quality-report.json";

  private record Issue(
      String description,
      String check_name,
      String fingerprint,
      String severity,
      Location location) {}

  private record Location(String path, Lines lines) {}

  private record Lines(int begin) {}

  private GitlabReport() {}

  public static void write(Path file, List<Remark> remarks) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    List<Issue> issues = remarks.stream().map(remark -> issue(remark, seen)).toList();
    WholeFile.write(
        file,
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(issues) + "\n");
  }

  private static Issue issue(Remark remark, Map<String, Integer> seen) {
    int number = seen.merge(remark.fingerprint(), 1, Integer::sum);
    return new Issue(
        remark.message(),
        remark.rule(),
        remark.fingerprint() + ":" + number,
        severity(remark.severity()),
        new Location(remark.file(), new Lines(Math.max(1, remark.line()))));
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }
}
