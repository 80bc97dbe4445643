package io.github.leakcheck.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The jars that a rule's header names, as the build copied them. */
final class RuleClassPath {
  private static final Path FOLDER = Path.of("target/rule-classpath");

  private RuleClassPath() {}

  static List<Path> of(Rule rule) {
    return rule.libraries().stream().map(RuleClassPath::jar).toList();
  }

  private static Path jar(String library) {
    String name = library.substring(library.indexOf(':') + 1).replace(':', '-');
    Path jar = FOLDER.resolve(name + ".jar");
    if (!Files.exists(jar)) {
      throw new AssertionError(jar + " is missing: add " + library + " to rules/pom.xml");
    }
    return jar;
  }
}
