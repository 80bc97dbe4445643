package io.github.leakcheck.maven.report;

import io.github.leakcheck.model.Severity;
import java.util.List;

/** Findings as logging commands of Azure Pipelines. */
public final class AzureCommands {
  private AzureCommands() {}

  /** One command a line. */
  public static List<String> lines(List<Remark> remarks) {
    return remarks.stream().map(AzureCommands::line).toList();
  }

  private static String line(Remark remark) {
    String type = remark.severity() == Severity.ERROR ? "error" : "warning";
    return "##vso[task.logissue type=%s;sourcepath=%s;linenumber=%d;columnnumber=%d;code=%s]%s"
        .formatted(
            type,
            property(remark.file()),
            Math.max(1, remark.line()),
            Math.max(1, remark.column()),
            property(remark.rule()),
            data(remark.message()));
  }

  private static String data(String text) {
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(";", "%3B").replace("]", "%5D");
  }
}
