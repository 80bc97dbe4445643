package io.github.leakcheck.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Committed registries and pages are what the rule folders say; with a property, writes them. */
class GeneratedFilesTest {
  private static final String CURE =
      "Generate with: mvn -f rules test -Dtest=GeneratedFilesTest -Dleakcheck.regenerate=true";

  private static Map<Path, String> wanted;

  @BeforeAll
  static void generate() throws IOException {
    wanted = GeneratedFiles.all();
    if (Boolean.getBoolean("leakcheck.regenerate")) {
      for (Path path : superfluous()) {
        Files.delete(path);
      }
      for (Map.Entry<Path, String> file : wanted.entrySet()) {
        Files.createDirectories(file.getKey().getParent());
        Files.writeString(file.getKey(), file.getValue());
      }
    }
  }

  @Test
  void committedFilesAreFresh() throws IOException {
    Set<Path> stale = new TreeSet<>();
    for (Map.Entry<Path, String> file : wanted.entrySet()) {
      Path path = file.getKey();
      if (!Files.exists(path) || !content(path).equals(file.getValue())) {
        stale.add(path);
      }
    }
    assertThat(stale).as(CURE).isEmpty();
  }

  @Test
  void noPageIsLeftOfFormerRules() throws IOException {
    assertThat(superfluous()).as(CURE).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "findbugs.xml, findbugsplugin.xsd",
    "messages.xml, messagecollection.xsd",
    "leakcheck/pmd/all.xml, ruleset_2_0_0.xsd",
  })
  void hostsCanReadTheirRegistry(String file, String schema) throws Exception {
    String xml = wanted.get(Path.of("src/main/resources", file));
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(getClass().getResource("/" + schema))
        .newValidator()
        .validate(new StreamSource(new java.io.StringReader(xml)));
  }

  private static String content(Path path) throws IOException {
    return Files.readString(path).replace("\r\n", "\n");
  }

  private static Set<Path> superfluous() throws IOException {
    Set<Path> pages = new TreeSet<>();
    if (Files.isDirectory(GeneratedFiles.PAGES)) {
      try (Stream<Path> paths = Files.list(GeneratedFiles.PAGES)) {
        paths.filter(path -> !wanted.containsKey(path)).forEach(pages::add);
      }
    }
    return pages;
  }
}
