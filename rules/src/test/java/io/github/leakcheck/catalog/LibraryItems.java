package io.github.leakcheck.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** The jars in pom.xml that samples compile against; the rest of the file is left alone. */
final class LibraryItems {
  private static final String START = "<artifactItems>\n";
  private static final String END = "              </artifactItems>";

  private LibraryItems() {}

  static String with(List<Rule> rules, String content) {
    String pom = content.replace("\r\n", "\n");
    int start = pom.indexOf(START);
    int end = pom.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalStateException("pom.xml lacks the artifactItems of the samples' libraries");
    }
    return pom.substring(0, start + START.length()) + items(rules) + pom.substring(end);
  }

  private static String items(List<Rule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.libraries().stream())
        .sorted()
        .distinct()
        .map(LibraryItems::item)
        .collect(Collectors.joining());
  }

  private static String classifier(String name) {
    return "\n                  <classifier>" + name + "</classifier>";
  }

  private static String item(String library) {
    String[] parts = library.split(":");
    return """
                        <artifactItem>
                          <groupId>%s</groupId>
                          <artifactId>%s</artifactId>
                          <version>%s</version>%s
                        </artifactItem>
        """
        .formatted(parts[0], parts[1], parts[2], parts.length < 4 ? "" : classifier(parts[3]));
  }
}
