package io.github.leakcheck.maven.report;

import io.github.leakcheck.model.Severity;
import java.util.ArrayList;
import java.util.List;

/** Findings as workflow commands, which GitHub shows in the code of a pull request. */
public final class GithubCommands {
  /** GitHub drops all beyond ten of a kind and step. */
  private static final int MOST = 10;

  private GithubCommands() {}

  /**
   * One command a line: at most ten of each kind, and then how many there are besides.
   *
   * @param remarks the worst first
   * @param more where to find the others
   */
  public static List<String> lines(List<Remark> remarks, String more) {
    List<String> lines = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      // One notice is kept for the last line.
      int most = severity == Severity.NOTE ? MOST - 1 : MOST;
      remarks.stream()
          .filter(remark -> remark.severity() == severity)
          .limit(most)
          .map(GithubCommands::line)
          .forEach(lines::add);
    }
    int left = remarks.size() - lines.size();
    if (left > 0) {
      lines.add(
          "::notice title=leakcheck::"
              + data("leakcheck found " + Tally.counted(left, "more leak") + ": see " + more));
    }
    return lines;
  }

  private static String line(Remark remark) {
    StringBuilder line = new StringBuilder("::").append(command(remark.severity()));
    line.append(" file=").append(property(remark.file()));
    if (remark.line() > 0) {
      line.append(",line=").append(remark.line());
    }
    if (remark.column() > 0) {
      line.append(",col=").append(remark.column()).append(",endColumn=").append(remark.endColumn());
    }
    return line.append(",title=")
        .append(property(remark.rule()))
        .append("::")
        .append(data(remark.message()))
        .toString();
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
