package io.github.leakcheck.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the design says of who may know whom on the Maven side. */
@AnalyzeClasses(
    packages = "io.github.leakcheck.maven",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  private static final String[] INNER = {
    "..maven.filter..",
    "..maven.report..",
    "..maven.text..",
    "..maven.change..",
    "..maven.baseline.."
  };

  @ArchTest
  static final ArchRule FILTERS_AND_REPORTS_KNOW_NO_MAVEN =
      noClasses()
          .that()
          .resideInAnyPackage(INNER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.maven..",
              "org.eclipse.aether..",
              "org.codehaus.plexus..",
              "javax.inject..");

  @ArchTest
  static final ArchRule FILTERS_AND_REPORTS_DO_NOT_LOOK_BACK =
      noClasses()
          .that()
          .resideInAnyPackage(INNER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.leakcheck.maven");

  @ArchTest
  static final ArchRule THE_ENGINES_HIDE_PMD_AND_SPOTBUGS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "net.sourceforge.pmd..",
              "edu.umd.cs.findbugs..",
              "org.objectweb.asm..",
              "com.github.javaparser..",
              "..leakcheck.source..",
              "..leakcheck.bytecode..",
              "..leakcheck.check..");
}
