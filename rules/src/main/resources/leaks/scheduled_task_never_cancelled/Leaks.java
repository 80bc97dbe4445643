package scheduled_task_never_cancelled;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

public class Leaks {
  static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(1);

  /** Each connection leaves its heartbeat to the shared clock. */
  static class Connection implements AutoCloseable {
    private int beats;

    Connection() {
      CLOCK.scheduleAtFixedRate(this::beat, 1, 1, TimeUnit.SECONDS); // LEAK
    }

    private void beat() {
      beats++;
    }

    @Override
    public void close() {
      beats = 0;
    }
  }

  static class Monitor {
    private final ScheduledExecutorService clock;
    private ScheduledFuture<?> task;
    private long seen;

    Monitor(ScheduledExecutorService clock) {
      this.clock = clock;
    }

    void start() {
      task = clock.scheduleWithFixedDelay(() -> seen++, 0, 5, TimeUnit.SECONDS); // LEAK
    }

    boolean isUp() {
      return task != null && !task.isDone();
    }

    void stop() {
      seen = 0;
    }
  }

  static class Session {
    private static final Timer TIMER = new Timer(true);
    private int pings;

    void open() {
      TIMER.schedule( // LEAK
          new TimerTask() {
            @Override
            public void run() {
              pings++;
            }
          },
          1000,
          1000);
    }

    void close() {
      System.out.println(pings);
    }
  }

  public static void use(ScheduledExecutorService clock) {
    new Connection().close();
    Monitor monitor = new Monitor(clock);
    monitor.start();
    monitor.isUp();
    monitor.stop();
    Session session = new Session();
    session.open();
    session.close();
  }
}
