package io.github.leakcheck.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.leakcheck.catalog.ClassFiles.Declared;
import io.github.leakcheck.facts.MethodRef;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every signature names something that exists, so that a typo cannot switch a rule off. */
class SignaturesTest {
  private static final int RUNNING = Runtime.version().feature();

  @TestFactory
  Stream<DynamicTest> everySignatureResolves() {
    return Catalog.load(List.of()).rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> check(rule)));
  }

  @TestFactory
  Stream<DynamicTest> linesForOtherJdks() {
    return Catalog.load(List.of()).rules().stream()
        .flatMap(rule -> rule.apis().stream())
        .filter(api -> !api.holdsIn(RUNNING))
        .map(
            api ->
                DynamicTest.dynamicTest(
                    api.origin(),
                    () -> assumeThat(RUNNING).as("this JDK has no such API").isZero()));
  }

  @Test
  void typosAreFound() throws IOException {
    try (ClassFiles classes = new ClassFiles(List.of())) {
      for (String good :
          List.of(
              "java.io.FileReader#new(java.io.File)",
              "java.io.FileReader#close()",
              "java.lang.AutoCloseable#new(_*)",
              "java.util.Map$Entry#getKey()",
              "java.nio.file.Files#lines(java.nio.file.Path, _)",
              "java.io.FileReader#_(_*)",
              "_#close()")) {
        assertThat(resolves(signature(good), classes)).as(good).isTrue();
      }
      for (String bad :
          List.of(
              "java.io.FileRaeder#new(_*)",
              "java.io.FileReader#new(java.lang.Integer)",
              "java.io.FileReader#shut()",
              "java.util.Map.Entry#getKey()",
              "java.nio.file.Files#lines(_, _, _)")) {
        assertThat(resolves(signature(bad), classes)).as(bad).isFalse();
      }
    }
  }

  private static Signature signature(String word) {
    return SignatureReader.read(word, Text.of("test", ""), 0);
  }

  private static void check(Rule rule) throws IOException {
    List<String> unresolved = new ArrayList<>();
    try (ClassFiles classes = new ClassFiles(RuleClassPath.of(rule))) {
      for (Api api : rule.apis()) {
        if (api.holdsIn(RUNNING)) {
          Stream.of(Optional.of(api.signature()), api.undo(), api.release())
              .flatMap(Optional::stream)
              .filter(signature -> !resolves(signature, classes))
              .forEach(it -> unresolved.add(api.origin() + ": " + SignatureReader.write(it)));
        }
      }
    }
    assertThat(unresolved)
        .as("signatures of %s found neither in the JDK nor in its libraries", rule.id())
        .isEmpty();
  }

  private static boolean resolves(Signature signature, ClassFiles classes) {
    if (signature.owner().equals(Signature.ANY)) {
      return true;
    }
    return classes
        .find(signature.owner())
        .map(owner -> hasMethod(signature, owner, classes))
        .orElse(false);
  }

  private static boolean hasMethod(Signature signature, Declared owner, ClassFiles classes) {
    boolean constructor = signature.name().equals(MethodRef.CONSTRUCTOR);
    return signature.name().equals(Signature.ANY)
        || constructor && isInterface(owner)
        || !methods(signature, owner, classes).isEmpty();
  }

  /** The methods that the signature is about, in the type or, not overridden, its supertypes. */
  private static List<MethodRef> methods(Signature signature, Declared owner, ClassFiles classes) {
    boolean constructor = signature.name().equals(MethodRef.CONSTRUCTOR);
    List<MethodRef> methods = new ArrayList<>();
    Deque<Declared> open = new ArrayDeque<>(List.of(owner));
    Set<Declared> seen = new HashSet<>();
    while (!open.isEmpty()) {
      Declared type = open.remove();
      type.methods().stream()
          .filter(method -> fits(signature, method))
          .filter(method -> methods.stream().noneMatch(method::overrides))
          .forEach(methods::add);
      if (!constructor && seen.add(type)) {
        type.supertypes().forEach(name -> classes.find(name).ifPresent(open::add));
      }
    }
    return methods;
  }

  private static boolean isInterface(Declared type) {
    return type.methods().stream().noneMatch(MethodRef::isConstructor);
  }

  private static boolean fits(Signature signature, MethodRef method) {
    if (!signature.name().equals(method.name())) {
      return false;
    }
    List<String> wanted = signature.parameters();
    List<String> actual = method.parameters();
    if (wanted == null) {
      return true;
    }
    if (wanted.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!wanted.get(i).equals(Signature.ANY) && !wanted.get(i).equals(actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** An acquired thing without close() needs a release of its own, or every use would leak. */
  @TestFactory
  Stream<DynamicTest> whatIsAcquiredCanBeReleased() {
    return Catalog.load(List.of()).rules().stream()
        .filter(rule -> rule.check().equals("must-close"))
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> checkReleases(rule)));
  }

  private static void checkReleases(Rule rule) throws IOException {
    List<String> stuck = new ArrayList<>();
    try (ClassFiles classes = new ClassFiles(RuleClassPath.of(rule))) {
      for (Api api : rule.apis()) {
        if (api.role() == Role.ACQUIRE && api.release().isEmpty() && api.holdsIn(RUNNING)) {
          results(api.signature(), classes).stream()
              .filter(type -> !isCloseable(type, classes))
              .forEach(type -> stuck.add(api.origin() + ": " + type + " has no close()"));
        }
      }
    }
    assertThat(stuck).as("acquire lines of %s without a release", rule.id()).isEmpty();
  }

  private static Set<String> results(Signature signature, ClassFiles classes) {
    if (signature.name().equals(MethodRef.CONSTRUCTOR)) {
      return Set.of(signature.owner());
    }
    return methods(signature, classes.find(signature.owner()).orElseThrow(), classes).stream()
        .map(MethodRef::result)
        .filter(type -> !type.equals("java.lang.Object"))
        .collect(Collectors.toSet());
  }

  private static boolean isCloseable(String type, ClassFiles classes) {
    return type.equals("java.lang.AutoCloseable")
        || classes
            .find(type)
            .map(it -> it.supertypes().stream().anyMatch(up -> isCloseable(up, classes)))
            .orElse(false);
  }
}
