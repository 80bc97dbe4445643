package io.github.leakcheck.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RuleLibrariesTest {
  @Test
  void buildCopiesWhatHeadersName() throws Exception {
    Set<String> headers = new TreeSet<>();
    Catalog.load(java.util.List.of()).rules().forEach(rule -> headers.addAll(rule.libraries()));
    assertThat(pom()).as("artifactItems in rules/pom.xml").isEqualTo(headers);
  }

  private static Set<String> pom() throws Exception {
    NodeList items =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile())
            .getElementsByTagName("artifactItem");
    Set<String> libraries = new TreeSet<>();
    for (int i = 0; i < items.getLength(); i++) {
      Element item = (Element) items.item(i);
      libraries.add(
          text(item, "groupId")
              + text(item, "artifactId")
              + text(item, "version")
              + text(item, "classifier"));
    }
    return libraries;
  }

  private static String text(Element item, String name) {
    NodeList values = item.getElementsByTagName(name);
    String separator = name.equals("groupId") ? "" : ":";
    return values.getLength() == 0 ? "" : separator + values.item(0).getTextContent();
  }
}
