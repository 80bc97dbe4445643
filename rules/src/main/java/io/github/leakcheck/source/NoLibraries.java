package io.github.leakcheck.source;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.TypeFacts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Knows nothing: a foreign PMD host has no class path of ours. */
enum NoLibraries implements Program {
  INSTANCE;

  @Override
  public Sight sight() {
    return Sight.FILE;
  }

  @Override
  public Optional<TypeFacts> type(String name) {
    return Optional.empty();
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
