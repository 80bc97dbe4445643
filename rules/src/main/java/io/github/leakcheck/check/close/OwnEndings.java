package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.catalog.Role;
import io.github.leakcheck.catalog.Signature;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Types of somebody's own that are no AutoCloseable, yet open something in their constructor, keep
 * it and have a method that ends it.
 */
final class OwnEndings {
  private static final String RULE = "unclosed-auto-closeable";

  private static final List<String> ENDINGS =
      List.of("close", "shutdown", "dispose", "destroy", "disconnect", "terminate", "stop");

  private final Program program;
  private final Knowledge knowledge;
  private final Map<String, Optional<MethodRef>> endings = new HashMap<>();

  OwnEndings(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /** Whether the constructor's class has a method that could end what it opens. */
  boolean mayOpen(MethodRef constructor) {
    return constructor.isConstructor() && ending(constructor.owner()).isPresent();
  }

  /** The line about objects of the type, if a method ends them and releases what they hold. */
  Optional<Api> endsOwn(String type) {
    return ending(type)
        .filter(knowledge.summaries()::releasesOwn)
        .map(end -> line(new MethodRef(type, MethodRef.CONSTRUCTOR, null, "void"), end));
  }

  /** The line about the constructor, if it opens something that it keeps. */
  Optional<Api> opens(MethodRef constructor) {
    return mayOpen(constructor) && knowledge.opensInConstructor(constructor.owner())
        ? ending(constructor.owner()).map(end -> line(constructor, end))
        : Optional.empty();
  }

  private static Api line(MethodRef constructor, MethodRef end) {
    return new Api(
        Role.ACQUIRE,
        new Signature(constructor.owner(), constructor.name(), null),
        Optional.of(new Signature(end.owner(), end.name(), List.of())),
        Map.of("confidence", "medium"),
        "",
        RULE,
        "");
  }

  /** The method that ends objects of a type of somebody's own that is no AutoCloseable. */
  Optional<MethodRef> ending(String type) {
    return endings.computeIfAbsent(type, this::find);
  }

  private Optional<MethodRef> find(String type) {
    if (Platform.isProvided(type) || knowledge.types().isCloseable(type) || isPart(type)) {
      return Optional.empty();
    }
    return ENDINGS.stream()
        .flatMap(name -> declared(type, name).stream())
        .map(MethodFacts::ref)
        .findFirst();
  }

  /**
   * A part of somebody's framework that opens with {@code start()}, often by what it is added to.
   */
  private boolean isPart(String type) {
    return !knowledge.isJudged(type) && declared(type, "start").isPresent();
  }

  private Optional<MethodFacts> declared(String type, String name) {
    return knowledge.types().supertypes(type).stream()
        .filter(owner -> !Platform.isProvided(owner))
        .flatMap(owner -> program.type(owner).map(TypeFacts::methods).orElse(List.of()).stream())
        .filter(method -> method.ref().name().equals(name))
        .filter(method -> List.of().equals(method.ref().parameters()))
        .filter(method -> !Access.has(method.access(), Access.STATIC))
        .filter(method -> !Access.has(method.access(), Access.PRIVATE))
        .findFirst();
  }
}
