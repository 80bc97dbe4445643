package io.github.leakcheck;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the arrows: engine - source | bytecode - check - catalog - facts - model. */
@AnalyzeClasses(packages = "io.github.leakcheck", importOptions = DoNotIncludeTests.class)
final class ArrowsTest {
  private static final String OURS = "io.github.leakcheck.";

  @ArchTest static final ArchRule MODEL = onlyKnows("model");
  @ArchTest static final ArchRule FACTS = onlyKnows("facts", "model");
  @ArchTest static final ArchRule CATALOG = onlyKnows("catalog", "facts", "model");
  @ArchTest static final ArchRule CHECK = onlyKnows("check", "catalog", "facts", "model");

  @ArchTest
  static final ArchRule SOURCE = onlyKnows("source", "check", "catalog", "facts", "model");

  @ArchTest
  static final ArchRule BYTECODE = onlyKnows("bytecode", "check", "catalog", "facts", "model");

  /** Each part of a check rests on others in one direction; the checks themselves know all. */
  @ArchTest
  static final ArchRule PARTS_OF_CHECKS =
      slices().matching(OURS + "check.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule MAVEN =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.maven..");

  @ArchTest static final ArchRule JAVA_PARSER = onlyIn("com.github.javaparser..", "engine");

  @ArchTest static final ArchRule SPOT_BUGS = onlyIn("edu.umd..", "bytecode", "engine");

  @ArchTest static final ArchRule PMD = onlyIn("net.sourceforge.pmd..", "source", "engine");

  @ArchTest static final ArchRule ASM = onlyIn("org.objectweb.asm..", "bytecode", "engine");

  /** The rules jar alone must do inside a foreign PMD or SpotBugs. */
  @ArchTest
  static final ArchRule HOSTED_CODE_STANDS_ALONE =
      classes()
          .that(not(resideInAnyPackage(OURS + "engine..")))
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              OURS.substring(0, OURS.length() - 1) + "..",
              "java..",
              "net.sourceforge.pmd..",
              "org.pcollections..", // the collections of PMD's symbols
              "edu.umd..",
              "org.objectweb.asm..");

  @ArchTest
  static final ArchRule NOBODY_ENDS_THE_JVM =
      noClasses()
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule NOBODY_PRINTS =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  /** Analysed classes are read, never loaded. */
  @ArchTest
  static final ArchRule NOBODY_LOADS_CLASSES =
      noClasses()
          .should()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
          .orShould()
          .callMethod(ClassLoader.class, "loadClass", String.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.net.URLClassLoader");

  private static ArchRule onlyKnows(String name, String... others) {
    String[] allowed = new String[others.length + 1];
    allowed[0] = OURS + name + "..";
    for (int i = 0; i < others.length; i++) {
      allowed[i + 1] = OURS + others[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(OURS + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(OURS.substring(0, OURS.length() - 1) + "..")
                .and(not(resideInAnyPackage(allowed))));
  }

  private static ArchRule onlyIn(String library, String... packages) {
    String[] allowed = new String[packages.length];
    for (int i = 0; i < packages.length; i++) {
      allowed[i] = OURS + packages[i] + "..";
    }
    return noClasses()
        .that(not(resideInAnyPackage(allowed)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
