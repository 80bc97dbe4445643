package io.github.leakcheck.engine;

import io.github.leakcheck.engine.Scope.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Who judges what: one judge per class, unless both engines are wanted. */
final class Division {
  private final Engines engines;
  private final Predicate<String> included;
  private final List<Path> unwanted;
  private final Set<String> classes = new HashSet<>();
  private final List<Sources.File> sourceFiles = new ArrayList<>();
  private final Map<String, Sources.File> uncompiledTypes = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final Set<String> unreadable = new HashSet<>();
  private final boolean classGuests;
  private int files;
  private int uncompiled;
  private int stale;
  private int gone;

  private Division(Scope scope) {
    this.engines = scope.engines();
    this.included = scope.included();
    this.unwanted = scope.unwanted();
    this.classGuests = !scope.guests().spotBugsPlugins().isEmpty();
  }

  static Division of(Scope scope, Sources sources, Texts texts) {
    Division division = new Division(scope);
    ClassFiles compiled =
        ClassFiles.of(scope.engines() == Engines.SOURCE ? List.of() : scope.classFolders());
    compiled.notes().forEach(division::fail);
    division.unreadable.addAll(compiled.unreadable());
    if (scope.sourceRoots().stream().noneMatch(Files::isDirectory)) {
      compiled.headers().forEach(header -> division.classes.add(header.name()));
    } else {
      division.divide(compiled, sources, texts);
    }
    division.count();
    return division;
  }

  /** Whether the class of this binary name is judged from its class file. */
  boolean judgesClass(String name) {
    return classes.contains(name);
  }

  /** The files to judge from source. */
  Collection<Sources.File> sourceFiles() {
    return List.copyOf(sourceFiles);
  }

  /** Files whose class files are missing or stale, by the binary names of what they declare. */
  Map<String, Sources.File> uncompiled() {
    return Collections.unmodifiableMap(uncompiledTypes);
  }

  /** Whether every file of the module is judged from source. */
  boolean isAllFromSource() {
    return sourceFiles.size() == files;
  }

  /** What is not judged, or not as one would expect; one line each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Those of the notes that tell of something that could not be analysed. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Whether a note tells again that a class file cannot be read. */
  boolean said(String note) {
    return unreadable.contains(note.replaceFirst(": cannot be read, .*", ""));
  }

  private void fail(String note) {
    notes.add(note);
    failures.add(note);
  }

  private void divide(ClassFiles compiled, Sources sources, Texts texts) {
    Map<String, List<ClassHeader>> bySource = new LinkedHashMap<>();
    for (ClassHeader header : compiled.headers()) {
      if (header.isJava()) {
        bySource.computeIfAbsent(header.sourcePath(), path -> new ArrayList<>()).add(header);
      } else {
        classes.add(header.name());
      }
    }
    for (Sources.File file : sources.files()) {
      Declarations declared =
          texts
              .text(file.path().toString())
              .map(t -> Declarations.scan(t.text()))
              .orElse(new Declarations("", List.of()));
      if (!declared.types().isEmpty()) {
        List<ClassHeader> own = bySource.remove(declaredPath(declared, file));
        divide(file, declared, own == null ? List.of() : own);
      }
    }
    note(sources.otherReleases(), " source files for other Java releases not judged");
    bySource.forEach((path, left) -> gone += isUnwanted(path) ? 0 : left.size());
  }

  private boolean isUnwanted(String sourcePath) {
    return unwanted.stream().anyMatch(root -> Files.isRegularFile(root.resolve(sourcePath)));
  }

  /** Class files tell the package, whatever folder the file lies in. */
  private static String declaredPath(Declarations declared, Sources.File file) {
    String folder = declared.packageName().replace('.', '/');
    return (folder.isEmpty() ? "" : folder + "/") + file.path().getFileName();
  }

  private void divide(Sources.File file, Declarations declared, List<ClassHeader> own) {
    files++;
    boolean fresh = false;
    if (own.isEmpty()) {
      uncompiled++;
    } else if (Freshness.difference(declared.types(), own).isPresent()) {
      stale++;
    } else {
      fresh = true;
    }
    if (!fresh) {
      declared.types().forEach(type -> uncompiledTypes.putIfAbsent(type.name(), file));
    }
    boolean fromClasses = engines == Engines.BYTECODE || fresh && engines != Engines.SOURCE;
    if (fromClasses) {
      Set<String> nest = nest(declared, own);
      classes.addAll(nest);
      gone += own.size() - nest.size();
    }
    boolean fromSource = engines != Engines.BYTECODE && (engines != Engines.AUTO || !fresh);
    if (fromSource && included.test(file.inside())) {
      sourceFiles.add(file);
    }
  }

  /** Classes that the declared ones know: others were left over by an earlier compilation. */
  private static Set<String> nest(Declarations declared, List<ClassHeader> own) {
    Map<String, ClassHeader> byName = new HashMap<>();
    own.forEach(header -> byName.put(header.name(), header));
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    declared.types().forEach(type -> open.add(type.name()));
    while (!open.isEmpty()) {
      ClassHeader header = byName.get(open.poll());
      if (header != null && reached.add(header.name())) {
        open.addAll(header.nested());
      }
    }
    return reached;
  }

  private void count() {
    String judged = engines == Engines.BYTECODE ? " not judged" : " judged from source";
    if (engines != Engines.SOURCE) {
      int before = notes.size();
      note(uncompiled, " of " + files + " source files" + judged + ": no class files");
      if (engines == Engines.BYTECODE) {
        failures.addAll(notes.subList(before, notes.size()));
      }
      String other = engines == Engines.BYTECODE ? " judged from class files" : judged;
      note(stale, " of " + files + " source files" + other + ": class files are out of date");
      String ignored = gone == 1 ? " class ignored: its source" : " classes ignored: their source";
      note(gone, ignored + " is gone");
    }
    int unseen = engines == Engines.BYTECODE ? uncompiled : uncompiled + stale;
    if (classGuests && unseen > 0) {
      fail(
          unseen
              + " of "
              + files
              + " source files not seen by spotbugsPlugins: no class files of theirs");
    }
  }

  private void note(int count, String text) {
    if (count > 0) {
      notes.add(count + text);
    }
  }
}
