package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {
  @TempDir Path root;
  private Path file;

  @BeforeEach
  void writeSource() throws IOException {
    Files.createDirectory(root.resolve(".git"));
    file = Samples.writeCode(root, "app one/src/main/java/org/acme/Cache.java");
  }

  @Test
  void tellsWhereAndHowSure() throws IOException {
    JsonObject result = results(report(Samples.stream(file))).get(0);

    assertThat(result.get("ruleId").getAsString()).isEqualTo("unclosed-file-stream");
    assertThat(result.get("level").getAsString()).isEqualTo("error");
    assertThat(text(result.get("message")))
        .isEqualTo(
            "`in` is not closed when `readAllBytes` throws. "
                + "Open it in a try-with-resources statement.");
    JsonObject location = result.getAsJsonArray("locations").get(0).getAsJsonObject();
    assertThat(location.get("physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\"app%20one/src/main/java/org/acme/Cache.java\","
                + "\"uriBaseId\":\"%SRCROOT%\"},"
                + "\"region\":{\"startLine\":7,\"startColumn\":30,\"endColumn\":33,"
                + "\"snippet\":{\"text\":\"new\"}}}");
    assertThat(location.get("logicalLocations").toString())
        .isEqualTo(
            "[{\"name\":\"read\","
                + "\"fullyQualifiedName\":\"org.acme.Cache.read(java.nio.file.Path)\","
                + "\"kind\":\"function\"}]");
    assertThat(result.get("properties").toString())
        .contains("\"confidence\":\"high\"")
        .contains("\"engines\":[\"bytecode\",\"source\"]");
  }

  @Test
  void regionsEndWithTheirFirstLine() throws IOException {
    Finding stream = Samples.stream(file);
    Place place = stream.place().at(new Span(7, 30, 9, 5));
    JsonObject result = results(report(stream.placed(place, List.of()))).get(0);

    assertThat(result.toString())
        .contains("\"startLine\":7,\"startColumn\":30,\"endColumn\":73,")
        .contains("\"text\":\"new java.io.FileInputStream(file.toFile());\"");
  }

  @Test
  void followsThePath() throws IOException {
    JsonObject result = results(report(Samples.stream(file))).get(0);

    JsonArray stations =
        result
            .getAsJsonArray("codeFlows")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("threadFlows")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("locations");
    assertThat(stations).hasSize(2);
    assertThat(stations.get(1).toString()).contains("may throw IOException").contains("danger");
    assertThat(result.getAsJsonArray("relatedLocations")).hasSize(1);
  }

  @Test
  void aFieldHasALineAndNoPath() throws IOException {
    JsonObject result = results(report(Samples.map(file))).get(0);

    assertThat(result.has("codeFlows")).isFalse();
    assertThat(result.toString())
        .contains(
            "\"region\":{\"startLine\":4,\"snippet\":{\"text\":\"  static final java.util.Map")
        .contains("\"fullyQualifiedName\":\"org.acme.Cache.ENTRIES\",\"kind\":\"member\"");
  }

  @Test
  void describesEveryRuleAndPointsToIt() throws IOException {
    JsonObject run = report(Samples.stream(file), Samples.map(file));
    JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
    JsonArray rules = driver.getAsJsonArray("rules");

    assertThat(rules).hasSize(2);
    for (JsonObject result : results(run)) {
      JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
      assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    }
    JsonObject stream = rules.get(1).getAsJsonObject();
    assertThat(stream.get("name").getAsString()).isEqualTo("UnclosedFileStream");
    assertThat(stream.get("properties").toString())
        .isEqualTo(
            "{\"tags\":[\"external/cwe/cwe-404\",\"external/cwe/cwe-772\",\"leak\","
                + "\"must-close\"],\"precision\":\"high\"}");
    JsonObject help = stream.getAsJsonObject("help");
    assertThat(text(help)).doesNotContain("`").contains("try (var in = open()) {}");
    assertThat(help.get("markdown").getAsString()).contains("## Fix\n\n```java\n");
  }

  @Test
  void sameInputSameBytesOnAnotherMachine(@TempDir Path elsewhere) throws IOException {
    Files.createDirectory(elsewhere.resolve(".git"));
    Path copy = Samples.writeCode(elsewhere, "app one/src/main/java/org/acme/Cache.java");
    Path one = root.resolve("out/one.sarif");
    Path two = elsewhere.resolve("out/two.sarif");

    Samples.write(one, root, module(root, Samples.stream(file), Samples.map(file)));
    Samples.write(two, elsewhere, module(elsewhere, Samples.map(copy), Samples.stream(copy)));

    assertThat(two).hasSameBinaryContentAs(one);
    assertThat(two).content().doesNotContain("\r").endsWith("}\n");
  }

  @Test
  void filesOutsideOfTheRootAreAbsoluteAndNamedOnce(@TempDir Path elsewhere) throws IOException {
    Path outside = Samples.writeCode(elsewhere, "gen ü/Cache.java");
    Path report = root.resolve("out.sarif");

    List<String> warnings =
        Samples.write(report, root, module(root, Samples.stream(outside), Samples.map(outside)));

    assertThat(warnings).singleElement().asString().startsWith("1 file(s)").contains("gen%20");
    JsonObject location =
        results(run(report))
            .get(0)
            .getAsJsonArray("locations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation")
            .getAsJsonObject("artifactLocation");
    assertThat(location.get("uri").getAsString())
        .startsWith("file:///")
        .endsWith("/gen%20%C3%BC/Cache.java");
    assertThat(location.has("uriBaseId")).isFalse();
  }

  @Test
  void equalLeaksInOneMemberHaveFingerprintsOfTheirOwn() throws IOException {
    List<JsonObject> results = results(report(Samples.stream(file), Samples.stream(file)));

    assertThat(results)
        .extracting(each -> fingerprint(each, "leakcheck/v1").replaceAll(".*:", ""))
        .containsExactly("1", "2");
    assertThat(fingerprint(results.get(0), "primaryLocationLineHash")).matches("[0-9a-f]+:1");
  }

  @Test
  void whatWasNotLookedIntoIsInTheReport() throws IOException {
    ModuleFindings blind =
        new ModuleFindings(
            "g:app",
            root,
            java.nio.charset.StandardCharsets.UTF_8,
            List.of(),
            List.of("2 classes are stale"));
    Path report = root.resolve("out.sarif");
    Samples.write(report, root, blind);

    assertThat(run(report).get("invocations").toString()).contains("g:app: 2 classes are stale");
    assertThat(run(report).getAsJsonArray("results")).isEmpty();
  }

  @Test
  void leavesNoDraftBehind() throws IOException {
    Path report = root.resolve("out/leakcheck.sarif");
    Samples.write(report, root, module(root, Samples.stream(file)));
    Samples.write(report, root, module(root));

    assertThat(run(report).getAsJsonArray("results")).isEmpty();
    try (Stream<Path> left = Files.list(report.getParent())) {
      assertThat(left).containsExactly(report);
    }
  }

  @Test
  void modulesMeetInTheOrderOfTheirFiles() throws IOException {
    Path other = Samples.writeCode(root, "app two/src/main/java/org/acme/Cache.java");
    ModuleFindings two = Samples.module("g:a", root.resolve("app two"), Samples.stream(other));
    Path report = root.resolve("out.sarif");
    Samples.write(report, root, two, module(root, Samples.stream(file), Samples.map(file)));

    assertThat(results(run(report)))
        .extracting(SarifResult::address, SarifResult::rule)
        .containsExactly(
            tuple(address("one"), "static-collection-only-grows"),
            tuple(address("one"), "unclosed-file-stream"),
            tuple(address("two"), "unclosed-file-stream"));
    // Equal code in two modules: the identity knows paths inside of modules only.
    assertThat(fingerprint(results(run(report)).get(2), "leakcheck/v1")).endsWith(":2");
  }

  @Test
  void whatAReportSaysOfAModuleCanBeTakenOver() throws IOException {
    Path report = root.resolve("out.sarif");
    ModuleFindings empty = Samples.module("g:b", root);
    Samples.write(report, root, module(root, Samples.stream(file)), empty);
    Map<String, SarifPart> parts = SarifPart.read(report);
    Path again = root.resolve("again.sarif");
    SarifReport.write(again, Samples.input(root), List.copyOf(parts.values()), List.of());

    assertThat(parts).containsOnlyKeys("g:app", "g:b");
    assertThat(parts.get("g:b").inputs()).isEqualTo("digest");
    assertThat(again).hasSameTextualContentAs(report);
  }

  @Test
  void reportsOfOthersAreNotTakenOver() throws IOException {
    Path foreign = root.resolve("foreign.sarif");
    assertThat(SarifPart.read(foreign)).isEmpty();
    for (String text :
        List.of("", "[]", "{\"runs\":[]}", "{\"runs\":[{\"results\":[]}]}", "{\"ru")) {
      Files.writeString(foreign, text);
      assertThat(SarifPart.read(foreign)).isEmpty();
    }
  }

  @Test
  void aReportThatLacksModulesIsNoSuccess() throws IOException {
    Path report = root.resolve("out.sarif");
    SarifReport.write(report, Samples.input(root), List.of(), List.of("g:b: not looked at"));

    assertThat(run(report).get("invocations").toString())
        .contains("\"executionSuccessful\":false", "g:b: not looked at");
  }

  private static String address(String module) {
    return "app%20" + module + "/src/main/java/org/acme/Cache.java";
  }

  private ModuleFindings module(Path folder, Finding... findings) {
    return Samples.module("g:app", folder.resolve("app one"), findings);
  }

  private JsonObject report(Finding... findings) throws IOException {
    Path report = root.resolve("leakcheck.sarif");
    Samples.write(report, root, module(root, findings));
    return run(report);
  }

  private static JsonObject run(Path report) throws IOException {
    JsonArray runs =
        JsonParser.parseString(Files.readString(report)).getAsJsonObject().getAsJsonArray("runs");
    assertThat(runs).hasSize(1);
    return runs.get(0).getAsJsonObject();
  }

  private static List<JsonObject> results(JsonObject run) {
    List<JsonObject> results = new ArrayList<>();
    run.getAsJsonArray("results").forEach(each -> results.add(each.getAsJsonObject()));
    return results;
  }

  private static String text(JsonElement message) {
    return message.getAsJsonObject().get("text").getAsString();
  }

  private static String fingerprint(JsonObject result, String kind) {
    return result.getAsJsonObject("partialFingerprints").get(kind).getAsString();
  }
}
