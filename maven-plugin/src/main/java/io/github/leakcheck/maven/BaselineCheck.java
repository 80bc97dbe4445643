package io.github.leakcheck.maven;

import io.github.leakcheck.maven.baseline.Baseline;
import io.github.leakcheck.maven.baseline.Entry;
import io.github.leakcheck.maven.report.Notes;
import io.github.leakcheck.maven.report.Tally;
import io.github.leakcheck.model.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Sets aside what the baseline holds, and at the end of the build tells what of it is over. */
final class BaselineCheck {
  private final Build build;
  private final ReviewParameters review;
  private final Looked looked;
  private final Baselines baselines;

  BaselineCheck(Build build, ReviewParameters review, Looked looked) {
    this.build = build;
    this.review = review;
    this.looked = looked;
    this.baselines = new Baselines(build, review.baseline());
  }

  /** The module's open findings that no baseline holds. */
  List<Finding> unknown() throws MojoExecutionException {
    Optional<Path> file = baselines.file();
    if (file.isEmpty()) {
      return looked.open();
    }
    synchronized (baselines.lock(file.get())) {
      Baseline baseline = baselines.read(file.get(), looked);
      List<Finding> unknown = baseline.unknown(looked.open());
      Set<Integer> judged = baselines.judged(file.get(), baseline, looked);
      AtEnd.run(
          build, "3 baseline " + file.get(), () -> tell(file.get(), baseline.unmatched(judged)));
      return unknown;
    }
  }

  private void tell(Path file, List<Entry> unmatched) throws MojoFailureException {
    if (unmatched.isEmpty()) {
      return;
    }
    Entry first = unmatched.get(0);
    boolean one = unmatched.size() == 1;
    String message =
        "leakcheck: %s of %s %s nothing any more, %s %s in %s (%s); `mvn leakcheck:baseline -Dleakcheck.prune` removes %s"
            .formatted(
                Tally.counted(unmatched.size(), "entry"),
                file.getFileName(),
                one ? "matches" : "match",
                one ? "that is" : "the first is",
                Notes.plain(first.rule()),
                Notes.plain(first.file()),
                Notes.plain(first.member()),
                one ? "it" : "them");
    if (review.failOnStaleBaseline()) {
      throw new MojoFailureException(message + " (leakcheck.failOnStaleBaseline).");
    }
    build.log().warn(message);
  }
}
