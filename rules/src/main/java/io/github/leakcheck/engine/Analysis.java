package io.github.leakcheck.engine;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs the engines over a scope. */
public final class Analysis {
  /** Analysed code decides how deep parsers and hosts recurse. */
  private static final long STACK = 64L << 20;

  private Analysis() {}

  /** Reads the scope, judges it, places and merges what was found. */
  public static Outcome run(Scope scope, Catalog catalog) {
    return run(scope, catalog, new Progress());
  }

  /** The same, told to whoever watches. */
  public static Outcome run(Scope scope, Catalog catalog, Progress progress) {
    FutureTask<Outcome> task = new FutureTask<>(() -> analyse(scope, catalog, progress));
    Thread thread = new Thread(null, task, "leakcheck " + scope.name(), STACK);
    thread.setDaemon(true);
    thread.setContextClassLoader(Analysis.class.getClassLoader());
    thread.start();
    try {
      return task.get();
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while analysing " + scope.name(), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GuestException unusable) {
        throw unusable;
      }
      throw new IllegalStateException(
          "analysis of " + scope.name() + " failed: " + e.getCause(), e.getCause());
    }
  }

  private static Outcome analyse(Scope scope, Catalog all, Progress progress) {
    Catalog catalog = all.forRelease(scope.release());
    Sources sources = Sources.of(scope);
    Texts texts = new Texts(sources, scope.encoding());
    Division division = Division.of(scope, sources, texts);
    progress.expect(division.sourceFiles().size());
    Raw bytecode = BytecodeEngine.run(scope, catalog, division::judgesClass, progress);
    Raw source = PmdEngine.run(scope, catalog, sources, texts, division, progress);
    List<Raw> raws = List.of(bytecode, source);
    List<Finding> found = new ArrayList<>(bytecode.findings());
    found.addAll(source.findings());
    Placed placed = new Placed(texts);
    List<Finding> exact = new ArrayList<>(placed.place(found));
    raws.forEach(raw -> exact.addAll(placed.onLines(raw.guests().findings())));
    List<Finding> merged = Merge.merge(exact);
    List<Finding> wanted =
        merged.stream()
            .filter(f -> scope.included().test(sources.inside(f.place().file())))
            .toList();
    Set<String> notes = new LinkedHashSet<>(division.notes());
    List.of(bytecode.notes(), source.notes(), placed.notes(), texts.notes()).forEach(notes::addAll);
    Set<String> failures = new LinkedHashSet<>(division.failures());
    List.of(bytecode.failures(), source.failures(), texts.failures()).forEach(failures::addAll);
    List.of(notes, failures).forEach(lines -> lines.removeIf(division::said));
    Outcome.Judged judged = new Outcome.Judged(bytecode.judged(), source.judged());
    int coarse = bytecode.coarse() + source.coarse();
    if (coarse > 0) {
      notes.add(coarse + " methods too large to follow path by path: some leaks may go unseen");
    }
    List<GuestRule> guests = raws.stream().flatMap(raw -> raw.guests().rules().stream()).toList();
    return new Outcome(wanted, judged, List.copyOf(notes), List.copyOf(failures), guests, coarse);
  }
}
