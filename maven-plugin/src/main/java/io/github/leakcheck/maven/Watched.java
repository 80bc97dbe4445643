package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.engine.Analysis;
import io.github.leakcheck.engine.Outcome;
import io.github.leakcheck.engine.Progress;
import io.github.leakcheck.engine.Scope;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.maven.plugin.logging.Log;

/** The analysis, and a line now and then for who waits at a terminal. */
final class Watched implements BiFunction<Scope, Catalog, Outcome> {
  private static final long EVERY = TimeUnit.SECONDS.toMillis(10);

  private final Log log;
  private final boolean terminal;
  private final Run run;
  private final long every;

  /** An analysis that tells how far it has come. */
  interface Run {
    Outcome of(Scope scope, Catalog catalog, Progress progress);
  }

  Watched(Log log, boolean terminal) {
    this(log, terminal, Analysis::run, EVERY);
  }

  /** Looks at the progress every so many milliseconds. */
  Watched(Log log, boolean terminal, Run run, long every) {
    this.log = log;
    this.terminal = terminal;
    this.run = run;
    this.every = every;
  }

  @Override
  public Outcome apply(Scope scope, Catalog catalog) {
    Progress progress = new Progress();
    if (!terminal) {
      return run.of(scope, catalog, progress);
    }
    ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, Watched::daemon);
    try {
      Runnable tell = () -> log.info(line(scope.name(), progress));
      clock.scheduleAtFixedRate(tell, every, every, TimeUnit.MILLISECONDS);
      return run.of(scope, catalog, progress);
    } finally {
      clock.shutdownNow();
    }
  }

  static String line(String module, Progress progress) {
    return "leakcheck: " + module + ": " + progress.percent() + " % judged";
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "leakcheck progress");
    thread.setDaemon(true);
    return thread;
  }
}
