package io.github.leakcheck.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All files that follow from the rule folders, as they should be. */
final class GeneratedFiles {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path FOLDERS = RESOURCES.resolve("leaks");

  /** Pages of the rules; nothing else may lie here. */
  static final Path PAGES = Path.of("../docs/rules");

  private static final Path FRONT_PAGE = Path.of("../README.md");
  private static final Path POM = Path.of("./pom.xml");

  private GeneratedFiles() {}

  /** Names of the folders on disk, sorted. */
  static List<String> folders() throws IOException {
    try (Stream<Path> paths = Files.list(FOLDERS)) {
      return paths
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  static Path folder(Rule rule) {
    return FOLDERS.resolve(rule.folder());
  }

  /** Content by path, the path relative to the module. */
  static Map<Path, String> all() throws IOException {
    List<String> folders = folders();
    List<Rule> rules = RuleFolders.read(folders);
    Map<Path, String> files = new TreeMap<>();
    files.put(RESOURCES.resolve(RuleFolders.INDEX), lines(folders));
    files.put(RESOURCES.resolve("findbugs.xml"), SpotBugsRegistries.findbugs(rules));
    files.put(RESOURCES.resolve("messages.xml"), SpotBugsRegistries.messages(rules));
    files.put(RESOURCES.resolve("bugrank.txt"), SpotBugsRegistries.bugrank(rules));
    files.put(RESOURCES.resolve("leakcheck/pmd/all.xml"), PmdRuleset.of(rules));
    files.put(PAGES.resolve("README.md"), RuleTable.of(rules));
    files.put(FRONT_PAGE, FrontPage.with(rules, Files.readString(FRONT_PAGE)));
    files.put(POM, LibraryItems.with(rules, Files.readString(POM)));
    for (Rule rule : rules) {
      files.put(PAGES.resolve(rule.id() + ".md"), RulePage.of(rule, KnownLimits.in(folder(rule))));
    }
    return files;
  }

  private static String lines(List<String> folders) {
    return folders.stream().map(folder -> folder + "\n").collect(Collectors.joining());
  }
}
