package io.github.leakcheck.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.FlowText;
import io.github.leakcheck.facts.MethodFlow;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lowers every class of some of the libraries on the test's class path. */
class WellFormedFlowsTest {
  private static final List<String> LIBRARIES =
      List.of("spotbugs-", "commons-lang3-", "assertj-core-", "asm-", "gson-", "pmd-core-");

  @TestFactory
  Stream<DynamicTest> everyMethodOfRealLibraries() {
    List<Path> jars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(path -> path.toString().endsWith(".jar"))
            .filter(path -> LIBRARIES.stream().anyMatch(path.getFileName().toString()::startsWith))
            .toList();
    assertThat(jars).hasSizeGreaterThan(3);
    return jars.stream().map(jar -> dynamicTest(jar.getFileName().toString(), () -> check(jar)));
  }

  private static void check(Path jar) {
    ClassPathProgram.Input input =
        new ClassPathProgram.Input(List.of(jar), List.of(), List.of(), 11, name -> true);
    try (ClassPathProgram program = ClassPathProgram.open(input)) {
      int methods = 0;
      for (String name : program.classes()) {
        ClassFacts facts = program.facts(name).orElseThrow();
        for (MethodFlow flow : facts.flows()) {
          methods++;
          List<String> broken = new ArrayList<>(FlowRules.broken(flow));
          broken.addAll(broken.isEmpty() ? FlowRules.undefined(flow) : List.of());
          if (!broken.isEmpty()) {
            fail(broken + "\n" + FlowText.of(flow));
          }
        }
      }
      assertThat(methods).isPositive();
      assertThat(program.notes()).isEmpty();
    }
  }
}
