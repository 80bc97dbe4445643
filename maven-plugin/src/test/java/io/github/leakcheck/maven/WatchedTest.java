package io.github.leakcheck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.engine.Scope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody who waits sees: a line now and then at a terminal, nothing elsewhere. */
class WatchedTest {
  private static final Scope SCOPE =
      new Scope(
          "shop",
          List.of(),
          List.of(),
          List.of(),
          17,
          StandardCharsets.UTF_8,
          path -> true,
          Scope.Engines.AUTO);

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  private final SystemStreamLog log =
      new SystemStreamLog() {
        @Override
        public void info(CharSequence line) {
          lines.add(line.toString());
        }
      };

  @Test
  @Timeout(60)
  void tellsAtATerminalHowFarItHasCome() {
    AtomicBoolean told = new AtomicBoolean();
    Watched.Run untilTold =
        (scope, catalog, progress) -> {
          progress.expect(4);
          progress.step();
          awaitLine("leakcheck: shop: 25 % judged");
          told.set(true);
          return null;
        };
    new Watched(log, true, untilTold, 1).apply(SCOPE, null);
    assertThat(told).isTrue();
  }

  @Test
  void saysNothingElsewhere() {
    Set<Thread> others = clocks();
    Watched.Run run =
        (scope, catalog, progress) -> {
          assertThat(others).containsAll(clocks());
          return null;
        };
    new Watched(log, false, run, 1).apply(SCOPE, null);
    assertThat(lines).isEmpty();
  }

  private void awaitLine(String wanted) {
    try {
      String line = lines.take();
      while (!line.equals(wanted)) {
        line = lines.take();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("never told", e);
    }
  }

  /** The clocks that tell, of whatever run. */
  private static Set<Thread> clocks() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("leakcheck progress"))
        .collect(Collectors.toSet());
  }
}
