package io.github.leakcheck.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leakcheck.model.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogErrorsTest {
  private static final String RULE =
      """
      ---
      title: Thing is lost
      severity: warning
      check: must-close
      since: 0.1.0
      cwe: 772, 404
      libraries: org.acme:things:1.0, org.acme:more:2
      heavier-in: container
      ---

      ## What leaks
      This.

      ```sh
      ## not a heading
      ```

      ## Why it hurts
      So.

      ## Fix
      Do.

      ## When it is not a leak
      Then.
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aquire a.B#new(_*)             | unknown role `aquire`           | acquire, release, wraps",
        "acquire                        | no signature after `acquire`    | Add one",
        "acquire a.B.new(_*)            | `a.B.new(_*)` is no signature   | package.Type#new",
        "acquire a.B#new(_*             | is no signature                 | package.Type#new",
        "acquire B#new(_*)              | `B` is no qualified type name   | Write the binary name",
        "acquire a.B<T>#new(_*)         | no qualified type name          | Write the binary name",
        "acquire a.B#<init>(_*)         | `<init>` is no method name      | written `new`",
        "acquire a.B#new(String)        | `String` is no parameter type   | java.lang.String",
        "acquire a.B#new(_*, int)       | `_*` is no parameter type       | `_*` alone",
        "acquire a.B#new(int,)          | `` is no parameter type         | erased binary names",
        "acquire a.B#new(_*) colour red | unknown key `colour`            | Known keys are: release",
        "acquire a.B#new(_*) since      | no value after `since`          | a Java release",
        "acquire a.B#new(_*) since soon | `since soon`                    | a Java release such as 21",
        "acquire a.B#new(_*) confidence some | `confidence some`          | high, medium or low",
        "adds a.B#add(_*) lifetime jmv  | `lifetime jmv`                  | one of jvm, jvm-hook",
        "lives a.B#new(_*) for ages     | `for ages`                      | application, application-c",
        "acquire a.B#new(_*) since 9 since 10 | key `since` twice         | Write it once",
        "acquire a.B#new(_*) release end() | `end()` is no signature      | package.Type#method",
        "does a.B#add(_*)               | `does` without `undo`           | Add `undo <signature>`",
        "does a.B#add(_*) undo          | no value after `undo`           | a signature",
        "acquire a.B#new(_*) undo a.B#close() | `undo` after `acquire`    | Only `does`",
      })
  void badLineIsNamedWithItsCure(String line, String wrong, String mend) {
    Text text = new Text("apis.txt", List.of("# head", "", line));
    assertThatThrownBy(() -> ApiReader.ofRule(text, "lost-thing"))
        .isInstanceOf(CatalogException.class)
        .hasMessageStartingWith("apis.txt:3: ")
        .hasMessageContaining(wrong)
        .hasMessageContaining(mend);
  }

  @Test
  void lineIsReadWhole() {
    Text text =
        new Text(
            "apis.txt",
            List.of(
                "does a.B$C#add(int[], _) undo _#remove(_*) lifetime jvm since 9  # as # said"));
    Api api = ApiReader.ofRule(text, "lost-thing").get(0);
    assertThat(api.role()).isEqualTo(Role.DOES);
    assertThat(api.signature()).isEqualTo(new Signature("a.B$C", "add", List.of("int[]", "_")));
    assertThat(api.undo()).contains(new Signature("_", "remove", null));
    assertThat(api.keys()).isEqualTo(Map.of("lifetime", "jvm", "since", "9"));
    assertThat(api.why()).isEqualTo("as # said");
    assertThat(api.rule()).isEqualTo("lost-thing");
    assertThat(api.origin()).isEqualTo("apis.txt:1");
    assertThat(SignatureReader.write(api.signature())).isEqualTo("a.B$C#add(int[], _)");
  }

  @Test
  void duplicateNamesTheFirst() {
    Text text =
        new Text("apis.txt", List.of("acquire a.B#new(_*)  # one", "acquire a.B#new(_*)  # two"));
    List<Api> apis = ApiReader.ofRule(text, "lost-thing");
    assertThatThrownBy(() -> RuleFolders.refuseDuplicates(apis))
        .isInstanceOf(CatalogException.class)
        .hasMessage(
            "apis.txt:2: `acquire a.B#new(_*)` twice. It stands in apis.txt:1 already; keep one.");
  }

  @Test
  void severalUndosAreNoDuplicates() {
    Text text =
        new Text(
            "apis.txt", List.of("does a.B#on() undo a.B#off()", "does a.B#on() undo a.B#stop()"));
    RuleFolders.refuseDuplicates(ApiReader.ofRule(text, "lost-thing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "does a.B#on() undo a.B#off()       | `does` without a rule          | Add `rule <id>`",
        "adds a.B#on()                      | `adds` without a rule          | Add `rule <id>`",
        "acquire a.B#new(_*) rule no-such   | unknown rule `no-such`         | Rules are: [known]",
        "acquire a.B#new(_*) rule No_Such   | `rule No_Such`                 | the id of a rule",
      })
  void badUserLineIsNamedWithItsCure(String line, String wrong, String mend) {
    Text text = new Text("leakcheck-apis.txt", List.of(line));
    assertThatThrownBy(() -> new UserModels(List.of("known")).read(List.of(text)))
        .isInstanceOf(CatalogException.class)
        .hasMessageStartingWith("leakcheck-apis.txt:1: ")
        .hasMessageContaining(wrong)
        .hasMessageContaining(mend);
  }

  @Test
  void ruleKeyIsForUsersAlone() {
    Text text = new Text("apis.txt", List.of("acquire a.B#new(_*) rule known"));
    assertThatThrownBy(() -> ApiReader.ofRule(text, "known"))
        .hasMessageContaining("apis.txt:1: key `rule` in a rule's own folder");
    assertThat(new UserModels(List.of("known")).read(List.of(text)).get(0).rule())
        .isEqualTo("known");
  }

  @Test
  void ruleIsReadWhole() {
    Rule rule = RuleReader.read("lost_thing", Text.of("rule.md", RULE), List.of());
    assertThat(rule.id()).isEqualTo("lost-thing");
    assertThat(rule.title()).isEqualTo("Thing is lost");
    assertThat(rule.severity()).isEqualTo(Severity.WARNING);
    assertThat(rule.check()).isEqualTo("must-close");
    assertThat(rule.cwe()).containsExactly(772, 404);
    assertThat(rule.heavierIn()).containsExactly(Deployment.CONTAINER);
    assertThat(rule.libraries()).containsExactly("org.acme:things:1.0", "org.acme:more:2");
    assertThat(rule.leaks()).isEqualTo("This.\n\n```sh\n## not a heading\n```");
    assertThat(rule.fine()).isEqualTo("Then.");
    assertThat(rule.pmdName()).isEqualTo("LostThing");
    assertThat(rule.spotBugsType()).isEqualTo("LEAK_LOST_THING");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: Thing is lost |                      | rule.md:1: the header has no `title`",
        "title: Thing is lost | title:               | rule.md:2: `title` has no value",
        "title: Thing is lost | name: Thing          | rule.md:2: unknown key `name`",
        "title: Thing is lost | Thing is lost        | rule.md:2: unknown key `Thing is lost`",
        "cwe: 772, 404        | title: Again         | rule.md:6: `title` twice",
        "severity: warning    | severity: bad        | rule.md:3: `severity` is `bad`",
        "check: must-close    | check: Must Close    | rule.md:4: `check` is `Must Close`",
        "since: 0.1.0         | since: now           | rule.md:5: `since` is `now`",
        "cwe: 772, 404        | cwe: CWE-772         | rule.md:6: `cwe` is `CWE-772`",
        "container            | kettle               | rule.md:8: `heavier-in` is `kettle`",
        "org.acme:more:2      | org.acme:more        | rule.md:7: `libraries` is `org.acme:more`",
        "## Fix               | ## Repair            | rule.md:21: unknown section `Repair`",
        "## Fix               | ## Why it hurts      | rule.md:21: section `Why it hurts` twice",
        "## Fix               |                      | rule.md: no section `Fix`",
        "Then.                |                      | no section `When it is not a leak`",
      })
  void badRuleIsNamedWithItsPlace(String good, String bad, String message) {
    String text = RULE.replace(good, bad == null ? "" : bad);
    assertThatThrownBy(() -> RuleReader.read("lost_thing", Text.of("rule.md", text), List.of()))
        .isInstanceOf(CatalogException.class)
        .hasMessageContaining(message);
  }

  @Test
  void headerMustBeginAndEnd() {
    assertThatThrownBy(
            () -> RuleReader.read("lost_thing", Text.of("rule.md", "title: x"), List.of()))
        .hasMessageContaining("rule.md:1: no header");
    assertThatThrownBy(
            () -> RuleReader.read("lost_thing", Text.of("rule.md", "---\ntitle: x"), List.of()))
        .hasMessageContaining("rule.md:2: the header has no end");
  }

  @Test
  void missingResourceIsNamed() {
    assertThatThrownBy(() -> Text.resource("leaks/none/rule.md"))
        .hasMessageContaining("leaks/none/rule.md: no such resource");
  }
}
