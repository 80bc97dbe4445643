package io.github.leakcheck.maven.baseline;

import io.github.leakcheck.maven.text.SourceText;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A finding that was there before, without line numbers and absolute paths.
 *
 * @param file path inside the folder of the baseline, with forward slashes
 * @param member class and member by simple names
 * @param code what is acquired, grows or is registered, free of layout
 * @param statement the statement around it, free of layout
 * @param times how often the statement stood in the file
 * @param reason why it stays, in the words of whoever edited the file; may be empty
 */
public record Entry(
    String rule,
    String file,
    String member,
    String code,
    String statement,
    int times,
    String reason) {

  static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::file)
          .thenComparing(Entry::rule)
          .thenComparing(Entry::member)
          .thenComparing(Entry::statement)
          .thenComparing(Entry::code)
          .thenComparing(Entry::reason);

  /** Of a finding in a file of this text; {@code root} is the baseline's folder. */
  static Entry of(Finding finding, Path root, SourceText text) {
    Member member = finding.place().member();
    String type = member.className().substring(member.className().lastIndexOf('.') + 1);
    String statement = text.statement(finding.place().span());
    return new Entry(
        finding.rule(),
        inside(root, finding.place().file()),
        member.name().isEmpty() ? type : type + "." + member.name(),
        text.expression(finding.place().span()),
        statement,
        occurrences(text, statement),
        "");
  }

  private static String inside(Path root, String file) {
    Path path = Path.of(file).normalize();
    Path relative = path.startsWith(root) ? root.relativize(path) : path.getFileName();
    return relative.toString().replace('\\', '/');
  }

  /** How often a statement stands in a text, as part of others too. */
  static int occurrences(SourceText text, String statement) {
    if (statement.isEmpty()) {
      return 0;
    }
    String all = text.plain();
    int count = 0;
    for (int at = all.indexOf(statement);
        at >= 0;
        at = all.indexOf(statement, at + statement.length())) {
      count++;
    }
    return count;
  }

  Entry because(String why) {
    return new Entry(rule, file, member, code, statement, times, why);
  }

  /** The member's own name, which stays when its class gets another. */
  String method() {
    return member.substring(member.lastIndexOf('.') + 1);
  }

  /** The statement with its variables left open, so that a new name for one is no other leak. */
  String shape() {
    return SourceText.shape(statement);
  }
}
