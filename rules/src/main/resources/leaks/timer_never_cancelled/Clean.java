package timer_never_cancelled;

import io.netty.util.HashedWheelTimer;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

public class Clean {
  static class Session implements AutoCloseable {
    private final Timer timer = new Timer("heartbeat");

    void open(TimerTask beat) {
      timer.schedule(beat, 0, 1_000);
    }

    @Override
    public void close() {
      timer.cancel();
    }
  }

  static class Countdown {
    private final Timer timer = new Timer();
    private int left = 10;

    void start() {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              if (--left == 0) {
                timer.cancel();
              }
            }
          },
          0,
          1_000);
    }
  }

  enum Clock {
    INSTANCE;

    private final Timer timer = new Timer(true);

    void every(TimerTask task) {
      timer.schedule(task, 0, 60_000);
    }
  }

  static class Borrower {
    private final Timer timer;

    Borrower(Timer timer) {
      this.timer = timer;
    }

    void later(TimerTask task) {
      timer.schedule(task, 5_000);
    }
  }

  static class Requests implements AutoCloseable {
    private final HashedWheelTimer wheel = new HashedWheelTimer();

    void expire(Runnable request) {
      wheel.newTimeout(timeout -> request.run(), 10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      wheel.stop();
    }
  }

  public static void beats(TimerTask beat) {
    try (Session session = new Session()) {
      session.open(beat);
    }
  }

  public static void counts() {
    new Countdown().start();
  }

  public static void everyMinute(TimerTask task) {
    Clock.INSTANCE.every(task);
  }

  public static void borrows(Timer timer, TimerTask task) {
    new Borrower(timer).later(task);
  }

  public static void expires(Runnable request) {
    try (Requests requests = new Requests()) {
      requests.expire(request);
    }
  }

  public static void onceLater(TimerTask task) {
    new Timer().schedule(task, 1_000); // NOISE: the thread ends after its only task
  }

  static class Time extends javax.swing.JLabel {
    private final javax.swing.Timer ticks =
        new javax.swing.Timer(1_000, e -> setText(String.valueOf(e.getWhen())));

    @Override
    public void addNotify() {
      super.addNotify();
      ticks.start();
    }

    @Override
    public void removeNotify() {
      ticks.stop();
      super.removeNotify();
    }
  }

  /** Goes off once. */
  static class Hint extends javax.swing.JLabel {
    private final javax.swing.Timer hides = new javax.swing.Timer(3_000, e -> setVisible(false));

    @Override
    public void addNotify() {
      super.addNotify();
      hides.setRepeats(false);
      hides.start();
    }
  }
}

/** Both ends of it cancel the timer. */
class EndedPinging implements AutoCloseable {
  private final java.net.http.WebSocket socket;
  private final java.util.Timer timer;

  EndedPinging(java.net.http.WebSocket socket, java.util.TimerTask ping, long period) {
    this.socket = socket;
    this.timer = new java.util.Timer("ping", true);
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
    giveUp();
  }

  static boolean talks(java.net.http.WebSocket socket, java.util.TimerTask ping) {
    try (EndedPinging pinging = new EndedPinging(socket, ping, 1000)) {
      return pinging.say("hello");
    }
  }
}

/** Is stopped first, and then closed. */
class StoppedPinging implements AutoCloseable {
  private final java.net.http.WebSocket socket;
  private final java.util.Timer timer;

  StoppedPinging(java.net.http.WebSocket socket, java.util.TimerTask ping, long period) {
    this.socket = socket;
    this.timer = new java.util.Timer("ping", true);
    timer.schedule(ping, period, period);
  }

  void stop() {
    timer.cancel();
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
  }

  static void talks(java.net.http.WebSocket socket, java.util.TimerTask ping) {
    try (StoppedPinging pinging = new StoppedPinging(socket, ping, 1000)) {
      pinging.stop();
    }
  }
}

/** Its reader sees that the socket is closed, and ends the timer then. */
class ReadPinging implements AutoCloseable, Runnable {
  private final java.net.Socket socket;
  private final java.util.Timer timer;

  ReadPinging(java.net.Socket socket, java.util.TimerTask ping, long period) {
    this.socket = socket;
    this.timer = new java.util.Timer("ping", true);
    timer.schedule(ping, period, period);
  }

  @Override
  public void run() {
    try {
      while (socket.getInputStream().read() >= 0) {
        Thread.onSpinWait();
      }
    } catch (java.io.IOException e) {
      ended();
    }
  }

  private void ended() {
    timer.cancel();
    end();
  }

  private void end() {
    try {
      socket.close();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws java.io.IOException {
    socket.close();
  }

  static class Folder {
    private final org.apache.commons.io.monitor.FileAlterationMonitor monitor =
        new org.apache.commons.io.monitor.FileAlterationMonitor(1_000);

    void open() throws Exception {
      monitor.start();
    }

    void close() throws Exception {
      monitor.stop(5_000);
    }
  }
}
