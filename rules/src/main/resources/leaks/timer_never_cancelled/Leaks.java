package timer_never_cancelled;

import io.netty.util.HashedWheelTimer;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

public class Leaks {
  static class Session {
    private final Timer timer = new Timer("heartbeat"); // LEAK
    private int beats;

    void open() {
      timer.scheduleAtFixedRate(
          new TimerTask() {
            @Override
            public void run() {
              beats++;
            }
          },
          0,
          1_000);
    }
  }

  static class Poller implements AutoCloseable {
    private final Timer timer;
    private TimerTask task;

    Poller(boolean daemon) {
      timer = new Timer(daemon);
    }

    void start(Runnable work) {
      task =
          new TimerTask() {
            @Override
            public void run() {
              work.run();
            }
          };
      timer.schedule(task, 0, 1_000);
    }

    @Override
    public void close() { // LEAK
      task.cancel();
    }
  }

  static class Requests {
    private final HashedWheelTimer wheel = new HashedWheelTimer();

    void expire(Runnable request) {
      wheel.newTimeout(timeout -> request.run(), 10, TimeUnit.SECONDS);
    }

    void close() { // LEAK
      System.out.println("closed");
    }
  }

  /** Shows its timer to those who ask, and ends the threads beside it alone. */
  public static class Processor implements AutoCloseable {
    private final java.util.concurrent.ExecutorService writers =
        java.util.concurrent.Executors.newFixedThreadPool(4);
    private final HashedWheelTimer timeouts = new HashedWheelTimer();

    public void write(Runnable entry) {
      writers.execute(entry);
    }

    public HashedWheelTimer getTimeouts() {
      return timeouts;
    }

    @Override
    public void close() { // LEAK
      end(writers);
    }

    private static void end(java.util.concurrent.ExecutorService threads) {
      if (threads != null) {
        threads.shutdown();
      }
    }
  }

  public static void beats() {
    new Session().open();
  }

  public static void polls(Runnable work) {
    try (Poller poller = new Poller(true)) {
      poller.start(work);
    }
  }

  public static void expires(Runnable request) {
    Requests requests = new Requests();
    requests.expire(request);
    requests.close();
  }

  public static void repeats(TimerTask task) {
    new Timer().schedule(task, 0, 1_000); // LEAK
  }

  /** Ticks from the time it is shown, and goes on when its window is gone. */
  static class Time extends javax.swing.JLabel {
    private final javax.swing.Timer ticks =
        new javax.swing.Timer(1_000, e -> setText(String.valueOf(e.getWhen()))); // LEAK

    @Override
    public void addNotify() {
      super.addNotify();
      ticks.start();
    }
  }
}

/** Whoever gives it up ends the timer; whoever closes it does not. */
class Pinging implements AutoCloseable {
  private final java.net.http.WebSocket socket;
  private final java.util.Timer timer;

  Pinging(java.net.http.WebSocket socket, java.util.TimerTask ping, long period) {
    this.socket = socket;
    this.timer = new java.util.Timer("ping", true); // LEAK
    timer.schedule(ping, period, period);
  }

  boolean say(String text) {
    return socket.sendText(text, true).isDone();
  }

  void giveUp() {
    timer.cancel();
    socket.abort();
  }

  @Override
  public void close() {
    say("bye");
    socket.abort();
  }

  static boolean talks(java.net.http.WebSocket socket, java.util.TimerTask ping) {
    try (Pinging pinging = new Pinging(socket, ping, 1000)) {
      return pinging.say("hello");
    }
  }

  static class Folder implements AutoCloseable {
    private final org.apache.commons.io.monitor.FileAlterationMonitor monitor =
        new org.apache.commons.io.monitor.FileAlterationMonitor(1_000);
    private int changes;

    void open() throws Exception {
      monitor.start();
    }

    @Override
    public void close() { // LEAK
      changes = 0;
    }
  }
}
