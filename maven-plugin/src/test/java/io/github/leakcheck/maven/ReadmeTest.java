package io.github.leakcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The README's table of parameters is what the goal says; with a property, writes it. */
class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final String START = "<!-- parameters: generated from the goal -->\n";
  private static final String END = "<!-- end of parameters -->\n";

  @Test
  void listsTheParametersOfTheGoal() throws Exception {
    String page = Files.readString(README).replace("\r\n", "\n");
    String wanted = with(table(), page);
    if (Boolean.getBoolean("leakcheck.regenerate")) {
      Files.writeString(README, wanted);
      page = wanted;
    }

    assertThat(page)
        .as(
            "Generate with: mvn test -pl rules,maven-plugin -Dleakcheck.regenerate=true"
                + " -Dtest=ReadmeTest -Dsurefire.failIfNoSpecifiedTests=false")
        .isEqualTo(wanted);
  }

  private static String with(String table, String page) {
    assertThat(page).contains(START).contains(END);
    return page.substring(0, page.indexOf(START) + START.length())
        + table
        + page.substring(page.indexOf(END));
  }

  private static String table() throws Exception {
    Element goal = checkGoal();
    List<String> rows = new ArrayList<>();
    for (Element parameter : elements(goal, "parameter")) {
      if (text(parameter, "editable").equals("true")) {
        rows.add(row(parameter, goal));
      }
    }
    assertThat(rows).isNotEmpty();
    return "| parameter | default | meaning |\n| --- | --- | --- |\n" + String.join("", rows);
  }

  private static String row(Element parameter, Element goal) {
    String name = text(parameter, "name");
    Element configuration = elements(goal, "configuration").get(0);
    Element given = (Element) configuration.getElementsByTagName(name).item(0);
    assertThat(given.getTextContent()).isEqualTo("${leakcheck." + name + "}");
    String value =
        given.getAttribute("default-value").replace("${project.build.directory}", "target");
    return "| `%s` | %s | %s |\n"
        .formatted(name, value.isEmpty() ? "" : "`" + value + "`", meaning(parameter));
  }

  private static String meaning(Element parameter) {
    return text(parameter, "description").replaceAll("\\s+", " ").replaceAll("</?code>", "`");
  }

  private static Element checkGoal() throws Exception {
    try (InputStream descriptor =
        ReadmeTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
      assertThat(descriptor).as("the plugin's descriptor").isNotNull();
      Element plugin =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(descriptor)
              .getDocumentElement();
      return elements(plugin, "mojo").stream()
          .filter(goal -> text(goal, "goal").equals("check"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String child) {
    return parent.getElementsByTagName(child).item(0).getTextContent();
  }
}
