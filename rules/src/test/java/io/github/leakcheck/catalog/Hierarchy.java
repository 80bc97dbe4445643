package io.github.leakcheck.catalog;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program of declarations alone: {@code type("a.B", "a.Super", "a.Interface")}. */
final class Hierarchy implements Program {
  private final Map<String, TypeFacts> types = new HashMap<>();

  Hierarchy type(String name, String superName, String... interfaces) {
    types.put(
        name,
        new TypeFacts(
            name,
            superName,
            List.of(interfaces),
            0,
            "",
            "",
            Map.of(),
            List.of(),
            List.of(),
            List.of()));
    return this;
  }

  Types types() {
    return new Types(this);
  }

  @Override
  public Sight sight() {
    return Sight.FILE;
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  @Override
  public Collection<String> classes() {
    return List.of();
  }

  @Override
  public Optional<ClassFacts> facts(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<MethodFlow> body(MethodRef method) {
    return Optional.empty();
  }

  @Override
  public Collection<String> directSubtypes(String name) {
    return List.of();
  }
}
