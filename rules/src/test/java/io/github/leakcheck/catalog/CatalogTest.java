package io.github.leakcheck.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Types;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogTest {
  private static final String OBJECT = "java.lang.Object";
  private static final Types TYPES =
      new Hierarchy()
          .type(OBJECT, "")
          .type("a.Closeable", OBJECT)
          .type("a.Stream", OBJECT, "a.Closeable")
          .type("a.Memory", "a.Stream")
          .type("a.Between", "a.Memory")
          .type("a.Mine", "a.Between", "a.Closeable")
          .types();

  @TempDir Path folder;

  @Test
  void ownRulesAreSortedAndFoundById() {
    Catalog catalog = Catalog.load(List.of());
    assertThat(catalog.rules()).extracting(Rule::id).isSorted().contains("unclosed-file-stream");
    assertThat(catalog.rule("unclosed-file-stream")).isPresent();
    assertThat(catalog.rule("no-such-rule")).isEmpty();
  }

  @Test
  void mostSpecificOwnerWins() {
    Catalog catalog =
        catalog("acquire a.Closeable#new(_*)", "harmless a.Memory#new(_*)", "acquire _#open()");
    assertThat(role(catalog, constructor("a.Stream"))).isEqualTo(Role.ACQUIRE);
    assertThat(role(catalog, constructor("a.Memory"))).isEqualTo(Role.HARMLESS);
    assertThat(role(catalog, constructor("a.Mine")))
        .as("a subtype beats a supertype that is fewer steps away")
        .isEqualTo(Role.HARMLESS);
    assertThat(matches(catalog, constructor(OBJECT))).isEmpty();
  }

  @Test
  void namedParametersBeatAnyList() {
    Catalog catalog =
        catalog(
            "acquire a.Stream#new(_*)",
            "acquire a.Stream#new(_)  # one",
            "harmless a.Stream#new(java.lang.String)");
    assertThat(role(catalog, constructor("a.Stream", "java.lang.String"))).isEqualTo(Role.HARMLESS);
    assertThat(matches(catalog, constructor("a.Stream", "int")).get(0).why()).isEqualTo("one");
    assertThat(matches(catalog, constructor("a.Stream", "int", "int")).get(0).why()).isEmpty();
  }

  @Test
  void ownerBeforeParameters() {
    Catalog catalog = catalog("acquire a.Stream#new(int)", "harmless a.Memory#new(_*)");
    assertThat(role(catalog, constructor("a.Memory", "int"))).isEqualTo(Role.HARMLESS);
  }

  @Test
  void anyOwnerAndObjectComeLast() {
    Catalog catalog =
        catalog(
            "release _#close()  # any",
            "release java.lang.Object#close()  # object",
            "release a.Closeable#close()  # closeable");
    assertThat(matches(catalog, close("a.Stream")).get(0).why()).isEqualTo("closeable");
    assertThat(matches(catalog, close("b.Unknown")).get(0).why()).isEqualTo("object");
    assertThat(matches(catalog("release _#close()"), close("b.Unknown"))).hasSize(1);
  }

  @Test
  void unresolvedOwnerMatchesNothing() {
    assertThat(matches(catalog("release _#close()"), close(MethodRef.UNKNOWN))).isEmpty();
  }

  @Test
  void unresolvedParametersMatchByNumber() {
    Catalog catalog = catalog("acquire a.Stream#new(int)");
    assertThat(matches(catalog, constructor("a.Stream", MethodRef.UNKNOWN))).hasSize(1);
    assertThat(matches(catalog, constructor("a.Stream", "int", MethodRef.UNKNOWN))).isEmpty();
    assertThat(matches(catalog, new MethodRef("a.Stream", "<init>", null, "void"))).hasSize(1);
  }

  @Test
  void unresolvedParametersPreferTheLineAboutAny() {
    Catalog catalog = catalog("harmless a.Stream#new(int)", "acquire a.Stream#new(_*)");
    MethodRef unknown = new MethodRef("a.Stream", "<init>", null, "void");
    assertThat(role(catalog, unknown)).isEqualTo(Role.ACQUIRE);
    assertThat(role(catalog, constructor("a.Stream", "?"))).isEqualTo(Role.ACQUIRE);
    assertThat(role(catalog, constructor("a.Stream", "int"))).isEqualTo(Role.HARMLESS);
  }

  @Test
  void silenceGoesBeforeAFinding() {
    Catalog catalog = catalog("acquire a.Stream#new(int)", "harmless a.Stream#new(long)");
    assertThat(role(catalog, constructor("a.Stream", "?"))).isEqualTo(Role.HARMLESS);
  }

  @Test
  void rolesDoNotMeetUnlessAsked() {
    Catalog catalog = catalog("acquire a.Stream#new(_*)", "wraps a.Stream#new(_*)");
    assertThat(catalog.match(Role.WRAPS, constructor("a.Stream"), TYPES)).isPresent();
    assertThat(catalog.match(Role.RELEASE, constructor("a.Stream"), TYPES)).isEmpty();
    assertThat(matches(catalog, constructor("a.Stream"))).hasSize(2);
  }

  @Test
  void linesOfOtherReleasesGoAway() {
    Catalog catalog =
        catalog("acquire a.Stream#new(_*) since 19", "release a.Stream#end() until 9");
    assertThat(catalog.forRelease(18).apis(Role.ACQUIRE)).isEmpty();
    assertThat(catalog.forRelease(19).apis(Role.ACQUIRE)).hasSize(1);
    assertThat(catalog.forRelease(8).apis(Role.RELEASE)).hasSize(1);
    assertThat(catalog.forRelease(9).apis(Role.RELEASE)).isEmpty();
  }

  @Test
  void userLinesGoBeforeOurs() throws Exception {
    Path file = folder.resolve("leakcheck-apis.txt");
    Files.writeString(
        file,
        "\uFEFFharmless java.io.FileReader#new(_*)  # ours are virtual\r\n"
            + "acquire a.Stream#new(_*)\r\nacquire a.Memory#new(_*) rule unclosed-file-stream\r\n");
    Catalog catalog = Catalog.load(List.of(file));
    Types types = new Hierarchy().type("java.io.FileReader", OBJECT).types();
    assertThat(
            catalog.match(
                Set.of(Role.ACQUIRE, Role.HARMLESS), constructor("java.io.FileReader"), types))
        .hasValueSatisfying(api -> assertThat(api.why()).isEqualTo("ours are virtual"));
    assertThat(matches(catalog, constructor("a.Stream")).get(0).rule())
        .isEqualTo("unclosed-auto-closeable");
    assertThat(matches(catalog, constructor("a.Memory")).get(0).rule())
        .isEqualTo("unclosed-file-stream");
  }

  @Test
  void missingUserFileIsNamed() {
    assertThatThrownBy(() -> Catalog.load(List.of(folder.resolve("none.txt"))))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("none.txt: no such file");
  }

  @Test
  void userFileOfAnotherEncodingIsRefused() throws Exception {
    Path file = Files.write(folder.resolve("latin.txt"), new byte[] {'#', (byte) 0xe4, '\n'});
    assertThatThrownBy(() -> Catalog.load(List.of(file)))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining("not UTF-8");
  }

  private static Catalog catalog(String... lines) {
    Rule rule =
        RuleReader.read(
            "unclosed_auto_closeable",
            Text.resource("leaks/unclosed_auto_closeable/rule.md"),
            ApiReader.ofRule(new Text("apis.txt", List.of(lines)), "unclosed-auto-closeable"));
    return Catalog.of(List.of(rule), List.of());
  }

  private static Role role(Catalog catalog, MethodRef method) {
    return matches(catalog, method).get(0).role();
  }

  private static List<Api> matches(Catalog catalog, MethodRef method) {
    return catalog.matches(Set.of(Role.values()), method, TYPES);
  }

  private static MethodRef constructor(String owner, String... parameters) {
    return new MethodRef(owner, MethodRef.CONSTRUCTOR, List.of(parameters), "void");
  }

  private static MethodRef close(String owner) {
    return new MethodRef(owner, "close", List.of(), "void");
  }
}
