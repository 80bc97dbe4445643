package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's own PMD rulesets and SpotBugs plugins, next to our rules. */
final class GuestsTest {
  private static final String CODE =
      """
      package p;

      import java.io.FileInputStream;

      class A {
        int leak(String name) throws Exception {
          System.gc();
          return new FileInputStream(name).read();
        }

        int same(String text) {
          int count = new Integer(3).intValue();
          try {
            count += Integer.parseInt(text);
          } catch (NumberFormatException e) {
          }
          return count;
        }
      }
      """;

  private static final String RULESET =
      """
      <ruleset name="mine" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0">
        <description>mine</description>
        <rule ref="category/java/errorprone.xml/EmptyCatchBlock"><priority>%d</priority></rule>
      </ruleset>
      """;

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void setUp() throws IOException {
    project = Project.in(Files.createDirectories(folder.resolve("project")));
    project.write("p/A.java", CODE);
    project.compile();
  }

  private Outcome run(Scope.Engines engines, List<String> rulesets, List<Path> plugins) {
    Scope scope = project.scope(engines).with(new Guests(rulesets, plugins));
    return Analysis.run(scope, Catalog.load(List.of()));
  }

  private Outcome pmd(String ruleset) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.xml"), ruleset);
    return run(Scope.Engines.AUTO, List.of(file.toString()), List.of());
  }

  private Outcome spotBugs(Path jar) {
    return run(Scope.Engines.AUTO, List.of(), List.of(jar));
  }

  @Test
  void pmdRulesetsSeeFilesThatAreJudgedFromClasses() throws IOException {
    Outcome outcome = pmd(RULESET.formatted(3));
    assertThat(outcome.findings())
        .extracting(Finding::rule, f -> f.place().span().line(), Finding::severity)
        .containsExactly(
            tuple("unclosed-file-stream", 8, Severity.ERROR),
            tuple("pmd:EmptyCatchBlock", 15, Severity.WARNING));
    Finding guest = outcome.findings().get(1);
    assertThat(guest.confidence()).isEqualTo(Confidence.HIGH);
    assertThat(guest.place().file()).isEqualTo(project.sources().resolve("p/A.java").toString());
    assertThat(guest.place().span().column()).isEqualTo(7);
    assertThat(guest.place().member().qualifiedName()).isEqualTo("p.A.same()");
    assertThat(guest.help()).startsWith("see https://");
    assertThat(outcome.judged()).isEqualTo(new Outcome.Judged(1, 0));
    assertThat(outcome.guestRules())
        .singleElement()
        .satisfies(rule -> assertThat(rule.description()).isNotEmpty());
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void pmdPrioritiesAreSeverities() throws IOException {
    assertThat(pmd(RULESET.formatted(1)).guestRules())
        .extracting(GuestRule::severity)
        .containsExactly(Severity.ERROR);
    assertThat(pmd(RULESET.formatted(5)).guestRules())
        .extracting(GuestRule::severity)
        .containsExactly(Severity.NOTE);
  }

  @Test
  void pmdRulesetsOfPmdItselfAndOurOwn() {
    List<String> rulesets = List.of("category/java/errorprone.xml/EmptyCatchBlock");
    assertThat(run(Scope.Engines.SOURCE, rulesets, List.of()).findings())
        .extracting(Finding::rule)
        .containsExactly("unclosed-file-stream", "pmd:EmptyCatchBlock");
    List<String> ours = List.of("leakcheck/pmd/all.xml");
    assertThatThrownBy(() -> run(Scope.Engines.SOURCE, ours, List.of()))
        .isInstanceOf(GuestException.class)
        .hasMessage("the PMD ruleset leakcheck/pmd/all.xml has no rule about Java");
  }

  @Test
  void pmdRulesetsThatCannotBeLoadedAreNamed() {
    List<String> absent = List.of("category/java/nothing.xml");
    assertThatThrownBy(() -> run(Scope.Engines.AUTO, absent, List.of()))
        .isInstanceOf(GuestException.class)
        .hasMessageStartingWith("the PMD ruleset category/java/nothing.xml cannot be loaded: ");
    assertThatThrownBy(() -> pmd("<ruleset"))
        .isInstanceOf(GuestException.class)
        .hasMessageContaining("mine.xml cannot be loaded: ");
  }

  @Test
  void externalEntitiesAreNotFetched() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> asked.incrementAndGet());
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x";
      String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + address + "\">]>\n";
      assertThatThrownBy(() -> pmd(entity + RULESET.replace("mine", "&e;").formatted(3)))
          .isInstanceOf(GuestException.class)
          .hasMessageContaining("DOCTYPE");
      String descriptor = entity + GuestJar.DESCRIPTOR.replace("\"us\"", "\"&e;\"");
      assertThatThrownBy(() -> spotBugs(GuestJar.in(folder, descriptor)))
          .isInstanceOf(GuestException.class)
          .hasMessageContaining("DOCTYPE");
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void spotBugsPluginsReportAndTheCoreServesThem() throws IOException {
    Outcome outcome = spotBugs(GuestJar.in(folder, GuestJar.DESCRIPTOR));
    assertThat(outcome.findings())
        .as("what the core gathers is there, what it reports is not")
        .extracting(Finding::rule, f -> f.place().span().line(), Finding::confidence)
        .containsExactly(
            tuple("spotbugs:GUEST_GC", 7, Confidence.HIGH),
            tuple("unclosed-file-stream", 8, Confidence.HIGH));
    Finding guest = outcome.findings().get(0);
    assertThat(guest.message()).isEqualTo("p.A.leak(String) collects garbage itself");
    assertThat(guest.severity()).isEqualTo(Severity.NOTE);
    assertThat(guest.place().file()).isEqualTo(project.sources().resolve("p/A.java").toString());
    assertThat(guest.place().span().isExact()).isTrue();
    assertThat(outcome.guestRules())
        .extracting(GuestRule::title, GuestRule::description)
        .containsExactly(tuple("Collects garbage itself", "Leave it to the JVM ."));
    assertThat(outcome.notes()).isEmpty();
  }

  @Test
  void spotBugsAnnotationsSilenceGuests() throws IOException {
    String annotation = "@edu.umd.cs.findbugs.annotations.SuppressFBWarnings(\"GUEST_GC\")";
    project.write("p/A.java", CODE.replace("int leak(", annotation + " int leak("));
    project.compile();
    assertThat(spotBugs(GuestJar.in(folder, GuestJar.DESCRIPTOR)).findings())
        .extracting(Finding::rule)
        .containsExactly("unclosed-file-stream");
  }

  @Test
  void spotBugsPluginsAreSilentAboutWhatTheyWereNotMadeFor() throws IOException {
    Path jar = GuestJar.in(folder, GuestJar.DESCRIPTOR);
    project.write("p/B.java", CODE.replace("class A", "class B"));
    Outcome outcome = spotBugs(jar);
    assertThat(outcome.failures())
        .containsExactly(
            "1 of 2 source files not seen by spotbugsPlugins: no class files of theirs");
    assertThat(outcome.notes()).containsAll(outcome.failures());
  }

  @Test
  void saysWhenSpotBugsGivesUp() throws IOException {
    Guests guests = new Guests(List.of(), List.of(GuestJar.in(folder, GuestJar.DESCRIPTOR)));
    Project empty = new Project(project.sources(), folder.resolve("none")); // makes SpotBugs throw
    Scope scope = empty.scope(Scope.Engines.AUTO).with(guests);
    assertThat(SpotBugsEngine.run(scope, name -> true).failures())
        .singleElement()
        .asString()
        .startsWith("SpotBugs gave up");
  }

  @Test
  void spotBugsPluginsThatAreNoneAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("no.jar"), "no zip");
    assertThatThrownBy(() -> spotBugs(text))
        .isInstanceOf(GuestException.class)
        .hasMessageStartingWith("the SpotBugs plugin no.jar cannot be used: ");
  }
}
