package io.github.leakcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Severity;
import io.github.leakcheck.model.Span;
import io.github.leakcheck.model.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlacedTest {
  private static final String TEXT =
      """
      package p;

      class A {
        private final Reader field = new Reader("a");
        static Object LATE = open();

        void chain(String name) {
          Object x =
              new Buffer(
                  new Reader(name));
          use(new Reader("1"), new Reader("2"));
          use(
              name,
              new Reader("3"));
        }

        void lambda() {
          Runnable r = () -> open().close();
          list.forEach(Reader::new);
          new Thread() {
            public void run() {
              open();
            }
          }.start();
          open(open());
        }

        void lambda(int other) {
          open();
        }

        static class Inner {
          Inner() {
            this.x = new p.other.Reader("4"); new Outer.Reader("5");
          }
        }
      }
      """;

  private Project project;
  private Path file;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    project = Project.in(folder);
    file = project.write("p/A.java", TEXT);
  }

  private static Finding finding(Subject subject, int line, Member member) {
    Place place = new Place("p/A.java", line == 0 ? Span.UNKNOWN : Span.ofLine(line), member);
    List<PathStep> path =
        List.of(
            new PathStep(PathStep.Kind.ACQUIRED, place, "opened here"),
            new PathStep(PathStep.Kind.EXIT, place, "left here"));
    return new Finding(
        "rule",
        Severity.ERROR,
        Confidence.HIGH,
        subject,
        "message",
        "help",
        place,
        path,
        Set.of(Finding.BYTECODE));
  }

  private Finding place(Finding finding) {
    return placed(List.of(finding)).get(0);
  }

  private List<Finding> placed(List<Finding> findings) {
    Scope scope = project.scope(Scope.Engines.BYTECODE);
    return new Placed(Texts.of(scope)).place(findings);
  }

  private static Subject created(String type, int ordinal) {
    return new Subject(Subject.Kind.NEW, type, "<init>", ordinal);
  }

  private static Subject called(String name, int ordinal) {
    return new Subject(Subject.Kind.CALL, "p.A", name, ordinal);
  }

  private static Member method(String type, String name, String... parameters) {
    return new Member(type, name, List.of(parameters), "");
  }

  /** Text of a region, and its line. */
  private static String shown(Finding finding) {
    Span span = finding.place().span();
    assertThat(span.isExact()).isTrue();
    assertThat(span.endLine()).isEqualTo(span.line());
    String line = TEXT.split("\n")[span.line() - 1];
    return span.line() + ":" + line.substring(span.column() - 1, span.endColumn() - 1);
  }

  @Test
  void aChainHasTheLineOfItsStatement() {
    Member member = method("p.A", "chain", "java.lang.String");
    Finding inner = place(finding(created("p.Reader", 0), 8, member));
    assertThat(shown(inner)).isEqualTo("10:new Reader");
    assertThat(inner.subject().ordinal()).isZero();
    assertThat(shown(place(finding(created("p.Buffer", 0), 8, member)))).isEqualTo("9:new Buffer");
  }

  @Test
  void equalOnesOnALineAreTakenInTurn() {
    Member member = method("p.A", "chain", "java.lang.String");
    Finding second = place(finding(created("p.Reader", 1), 11, member));
    assertThat(second.place().span().column()).isEqualTo(26);
    assertThat(second.subject().ordinal()).isEqualTo(2);
  }

  @Test
  void anArgumentMayHaveTheLineOfTheCallBefore() {
    Member member = method("p.A", "chain", "java.lang.String");
    assertThat(shown(place(finding(created("p.Reader", 0), 12, member))))
        .isEqualTo("14:new Reader");
  }

  @Test
  void argumentsAreEvaluatedBeforeTheirCall() {
    Member member = method("p.A", "lambda");
    Finding inner = place(finding(called("open", 0), 25, member));
    Finding outer = place(finding(called("open", 1), 25, member));
    assertThat(inner.place().span().column()).isEqualTo(10);
    assertThat(outer.place().span().column()).isEqualTo(5);
    assertThat(inner.subject().ordinal()).isEqualTo(2);
    assertThat(outer.subject().ordinal()).isEqualTo(1);
  }

  @Test
  void lambdasBelongToTheMemberAroundAndAnonymousClassesDoNot() {
    assertThat(shown(place(finding(called("open", 0), 18, method("p.A", "lambda")))))
        .isEqualTo("18:open");
    Finding anonymous = place(finding(called("open", 0), 22, method("p.A$1", "run")));
    assertThat(shown(anonymous)).isEqualTo("22:open");
    assertThat(anonymous.subject().ordinal()).isZero();
  }

  @Test
  void methodReferencesCreate() {
    assertThat(shown(place(finding(created("p.Reader", 0), 19, method("p.A", "lambda")))))
        .isEqualTo("19:new");
    assertThat(shown(place(finding(created("p.A$1", 0), 20, method("p.A", "lambda")))))
        .isEqualTo("20:new Thread");
  }

  @Test
  void overloadsAreToldApartByLineOrParameters() {
    assertThat(shown(place(finding(called("open", 0), 29, method("p.A", "lambda", "int")))))
        .isEqualTo("29:open");
    assertThat(shown(place(finding(called("open", 0), 0, method("p.A", "lambda", "int")))))
        .isEqualTo("29:open");
  }

  @Test
  void initialisersBelongToTheirFields() {
    Finding field = place(finding(created("p.Reader", 0), 4, method("p.A", "<init>")));
    assertThat(shown(field)).isEqualTo("4:new Reader");
    assertThat(field.place().member()).isEqualTo(Member.field("p.A", "field"));
    Finding late = place(finding(called("open", 0), 5, method("p.A", "<clinit>")));
    assertThat(late.place().member()).isEqualTo(Member.field("p.A", "LATE"));
  }

  @Test
  void nestedConstructorsAndQualifiedNames() {
    Member member = method("p.A$Inner", "<init>");
    assertThat(shown(place(finding(created("p.other.Reader", 0), 34, member))))
        .isEqualTo("34:new p.other.Reader");
    assertThat(shown(place(finding(created("p.Outer$Reader", 1), 34, member))))
        .isEqualTo("34:new Outer.Reader");
  }

  @Test
  void fieldsAndMembersStandOnTheirNames() {
    Subject field = new Subject(Subject.Kind.FIELD, "p.Reader", "field", 0);
    assertThat(shown(place(finding(field, 0, Member.field("p.A", "field"))))).isEqualTo("4:field");
    Subject member = new Subject(Subject.Kind.MEMBER, "void", "lambda", 0);
    assertThat(shown(place(finding(member, 28, method("p.A", "lambda", "int")))))
        .isEqualTo("28:lambda");
    Subject type = new Subject(Subject.Kind.MEMBER, "p.A", "", 0);
    assertThat(shown(place(finding(type, 0, new Member("p.A", "", null, ""))))).isEqualTo("3:A");
  }

  @Test
  void exactRegionsAreKeptToTheSameRules() {
    Finding exact = finding(created("p.Reader", 7), 11, method("p.A", "chain", "java.lang.String"));
    Place place = exact.place().at(new Span(11, 26, 11, 40));
    Finding placed = place(exact.placed(place, List.of()));
    assertThat(shown(placed)).isEqualTo("11:new Reader");
    assertThat(placed.subject().ordinal()).isEqualTo(2);
  }

  @Test
  void pathsLeadAlongLines() {
    Finding placed = place(finding(called("open", 0), 29, method("p.A", "lambda", "int")));
    assertThat(placed.path().get(0).place()).isEqualTo(placed.place());
    assertThat(placed.path().get(1).place().span()).isEqualTo(new Span(29, 5, 29, 12));
    assertThat(placed.path()).allMatch(step -> step.place().file().equals(file.toString()));
  }

  @Test
  void withoutAMatchTheLineRemains() {
    Finding placed = place(finding(called("nowhere", 0), 29, method("p.A", "lambda", "int")));
    assertThat(placed.place().span()).isEqualTo(new Span(29, 5, 29, 12));
  }

  @Test
  void withoutASourceNothingChanges() throws IOException {
    Files.delete(file);
    Finding finding = finding(called("open", 0), 29, method("p.A", "lambda", "int"));
    assertThat(place(finding)).isEqualTo(finding);
  }

  @Test
  void otherLanguagesKeepTheirLines() throws IOException {
    Path kotlin = project.write("p/App.kt", "package p\n\n  fun open() = open()\n");
    Finding finding = finding(called("open", 0), 3, method("p.AppKt", "open"));
    Place place = new Place("p/App.kt", Span.ofLine(3), finding.place().member());
    Finding placed = place(finding.placed(place, List.of()));
    assertThat(placed.place().file()).isEqualTo(kotlin.toString());
    assertThat(placed.place().span()).isEqualTo(new Span(3, 3, 3, 22));
  }

  @Test
  void constructorsHaveTheParametersThatSourceDeclares() {
    Finding placed =
        place(finding(created("p.other.Reader", 0), 34, method("p.A$Inner", "<init>", "p.A")));
    assertThat(placed.place().member().parameters()).isEmpty();
  }

  @Test
  void unparsableSourceIsNoted() throws IOException {
    Files.writeString(file, "class {{{ \n open(); \n");
    Placed placing = new Placed(Texts.of(project.scope(Scope.Engines.BYTECODE)));
    Finding placed =
        placing.place(List.of(finding(called("open", 0), 2, method("p.A", "m")))).get(0);
    assertThat(placed.place().span().line()).isEqualTo(2);
  }

  @Test
  void otherEncodingsAreNoted() throws IOException {
    Files.write(file, ("// \u00e4\n" + TEXT).getBytes(StandardCharsets.ISO_8859_1));
    Texts texts = Texts.of(project.scope(Scope.Engines.BYTECODE));
    Finding placed =
        new Placed(texts)
            .place(List.of(finding(called("open", 0), 30, method("p.A", "lambda", "int"))))
            .get(0);
    assertThat(placed.place().span()).isEqualTo(new Span(30, 5, 30, 9));
    assertThat(texts.notes())
        .containsExactly("p/A.java is not UTF-8 text: odd characters were replaced");
    assertThat(texts.sourceLine(placed.place())).isEqualTo("    open();");
  }
}
