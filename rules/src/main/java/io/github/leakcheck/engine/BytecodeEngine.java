package io.github.leakcheck.engine;

import io.github.leakcheck.bytecode.ClassPathProgram;
import io.github.leakcheck.bytecode.Session;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Judges class files, and has a user's own SpotBugs plugins look at the same. Our rules need no
 * host for that: SpotBugs costs more than they do on most modules (decision 40).
 */
final class BytecodeEngine {
  /**
   * An analysis holds what it read of a whole program: one at a time bounds the memory of a build
   * with threads. An interned string is one monitor for all class realms.
   */
  private static final Object ONE_AT_A_TIME = "io.github.leakcheck: one analysis per JVM".intern();

  private BytecodeEngine() {}

  /** Judges the classes for which {@code judge} holds, by binary name. */
  static Raw run(Scope scope, Catalog catalog, Predicate<String> judge, Progress progress) {
    List<Path> judged = existing(scope.classFolders());
    if (judged.isEmpty()) {
      return Raw.NOTHING;
    }
    synchronized (ONE_AT_A_TIME) {
      try (ClassPathProgram program = ClassPathProgram.open(input(scope, judged, judge))) {
        if (program.classes().isEmpty()) {
          return new Raw(List.of(), 0, program.notes(), program.failures(), 0, GuestReport.NOTHING);
        }
        progress.expect(program.classes().size());
        return judge(scope, catalog, judge, program, progress);
      }
    }
  }

  private static Raw judge(
      Scope scope,
      Catalog catalog,
      Predicate<String> judge,
      ClassPathProgram program,
      Progress progress) {
    SpotBugsEngine.Result guests =
        scope.guests().spotBugsPlugins().isEmpty()
            ? SpotBugsEngine.Result.NOTHING // SpotBugs is not even loaded
            : SpotBugsEngine.run(scope, judge);
    List<Finding> findings = new ArrayList<>();
    Session session = new Session(program, catalog, findings::add, progress::step);
    session.judge();
    List<String> notes = new ArrayList<>(program.notes());
    List<String> failures = new ArrayList<>(program.failures());
    for (List<String> missed : List.of(session.failures(), guests.failures())) {
      notes.addAll(missed);
      failures.addAll(missed);
    }
    return new Raw(findings, session.judged(), notes, failures, session.coarse(), guests.report());
  }

  private static ClassPathProgram.Input input(
      Scope scope, List<Path> judged, Predicate<String> judge) {
    List<Path> modules = scope.classPath().stream().filter(Files::isDirectory).toList();
    List<Path> libraries = scope.classPath().stream().filter(Files::isRegularFile).toList();
    return new ClassPathProgram.Input(judged, modules, libraries, scope.release(), judge);
  }

  private static List<Path> existing(List<Path> paths) {
    return paths.stream().filter(Files::exists).toList();
  }
}
