package io.github.leakcheck.maven;

import io.github.leakcheck.maven.baseline.Baseline;
import io.github.leakcheck.maven.baseline.BaselineFile;
import io.github.leakcheck.maven.baseline.Entry;
import io.github.leakcheck.maven.report.Tally;
import io.github.leakcheck.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/** What one module gives to the baseline of a build. */
final class ModuleBaseline {
  private final Build build;
  private final Baselines baselines;

  ModuleBaseline(Build build, Baselines baselines) {
    this.build = build;
    this.baselines = baselines;
  }

  /** Replaces what the file says of the module's sources, and drops what is of sources gone. */
  void write(Looked looked) throws MojoExecutionException {
    Path file = baselines.target();
    synchronized (baselines.lock(file)) {
      Baseline before = baselines.read(file, looked);
      List<Finding> shown = looked.sure(looked.open());
      List<Entry> ours = before.entries(shown);
      List<Entry> written = new ArrayList<>(ours);
      List<Entry> old = entries(file);
      old.stream().filter(entry -> staysWithout(file, entry)).forEach(written::add);
      save(file, written);
      build
          .log()
          .info(
              "leakcheck: %s of %s set aside"
                  .formatted(Tally.counted(ours.size(), "finding"), build.module()));
      AtEnd.run(build, "3 baseline " + file, () -> tell(file));
    }
  }

  private void tell(Path file) throws MojoExecutionException {
    build
        .log()
        .info(
            "leakcheck: %s in %s; put it under version control, and leakcheck:check reports only what is new"
                .formatted(Tally.counted(entries(file).size(), "finding"), file));
  }

  private boolean staysWithout(Path file, Entry entry) {
    return !baselines.isOurs(file, entry) && Files.exists(file.resolveSibling(entry.file()));
  }

  /** Removes entries at the end of the build: until then other modules may find them again. */
  void prune(Looked looked) throws MojoExecutionException {
    Path file = baselines.target();
    if (!Files.isRegularFile(file)) {
      throw new MojoExecutionException(
          "leakcheck.prune: there is no baseline %s; leakcheck:baseline without it writes one."
              .formatted(file));
    }
    synchronized (baselines.lock(file)) {
      Baseline before = baselines.read(file, looked);
      before.unknown(looked.open());
      Set<Integer> judged = baselines.judged(file, before, looked);
      AtEnd.run(build, "3 prune " + file, () -> remove(file, before.unmatched(judged)));
    }
  }

  private void remove(Path file, List<Entry> unmatched) throws MojoExecutionException {
    List<Entry> left = new ArrayList<>(entries(file));
    unmatched.forEach(left::remove);
    if (!unmatched.isEmpty()) {
      save(file, left);
    }
    build
        .log()
        .info(
            "leakcheck: %s removed from %s, %d left"
                .formatted(
                    Tally.counted(unmatched.size(), "entry"), file.getFileName(), left.size()));
  }

  private static List<Entry> entries(Path file) throws MojoExecutionException {
    try {
      return Files.exists(file) ? BaselineFile.parse(Files.readString(file)) : List.of();
    } catch (IOException unreadable) {
      throw new MojoExecutionException("leakcheck cannot read " + file, unreadable);
    }
  }

  private static void save(Path file, List<Entry> entries) throws MojoExecutionException {
    try {
      BaselineFile.write(file, entries);
    } catch (IOException unwritable) {
      throw new MojoExecutionException(
          "leakcheck cannot write " + file + ": " + unwritable, unwritable);
    }
  }
}
