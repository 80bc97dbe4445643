package queue_never_drained;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class Leaks {
  static class Audit {
    private static final Queue<String> ENTRIES = new ConcurrentLinkedQueue<>();

    static void log(String user, String action) {
      ENTRIES.add(user + " " + action); // LEAK
    }

    static boolean contains(String user) {
      for (String entry : ENTRIES) {
        if (entry.startsWith(user)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Keeps each pooled connection in a list of its own that is only walked over. */
  static class Metrics {
    private final Queue<long[]> samples = new ConcurrentLinkedQueue<>();

    void record(long nanos) {
      samples.offer(new long[] {System.nanoTime(), nanos}); // MISSED: how long a Metrics lives is not known
    }

    long slowest() {
      long slowest = 0;
      for (long[] sample : samples) {
        slowest = Math.max(slowest, sample[1]);
      }
      return slowest;
    }
  }

  static class Undo {
    private static final Deque<Runnable> STEPS = new ArrayDeque<>();

    static synchronized void push(Runnable step) {
      STEPS.push(step); // LEAK
    }

    static synchronized void undoLast() {
      Runnable last = STEPS.peek();
      if (last != null) {
        last.run();
      }
    }
  }

  static class Deadlines {
    private static final Queue<Long> TIMES = new PriorityQueue<>();

    static synchronized void add(long time) {
      TIMES.add(time); // LEAK
    }

    static synchronized int missed(long now) {
      int missed = 0;
      for (Iterator<Long> it = TIMES.iterator(); it.hasNext(); ) {
        missed += it.next() < now ? 1 : 0;
      }
      return missed;
    }
  }

  static class Outbox {
    private static final LinkedBlockingQueue<String> MAILS = new LinkedBlockingQueue<>();

    static boolean send(String mail) {
      return MAILS.offer(mail); // LEAK
    }

    static boolean isEmpty() {
      return MAILS.isEmpty();
    }
  }

  public static void audit(String user) {
    Audit.log(user, "login");
    Audit.contains(user);
  }

  public static Metrics metrics(Metrics metrics, long nanos) {
    metrics.record(nanos);
    return metrics.slowest() > nanos ? metrics : new Metrics();
  }

  public static void undo(Runnable step) {
    Undo.push(step);
    Undo.undoLast();
  }

  public static int deadlines(long now) {
    Deadlines.add(now);
    return Deadlines.missed(now);
  }

  public static boolean outbox(String mail) {
    return Outbox.send(mail) && !Outbox.isEmpty();
  }

  /** Each leaves with all others alone: when one is closed, it stays. */
  public static class Publisher {
    private static final Queue<Publisher> ALL = new java.util.concurrent.ConcurrentLinkedQueue<>();
    private final StringBuilder text = new StringBuilder();

    public Publisher(String name) {
      text.append(name);
      ALL.add(this); // LEAK
    }

    public static Publisher named(String name) {
      return new Publisher(name);
    }

    public void close() {
      text.setLength(0);
    }

    public static int shutDown() {
      int length = 0;
      for (Publisher last = ALL.poll(); last != null; last = ALL.poll()) {
        length += last.text.length();
      }
      return length;
    }
  }

  /** Nobody takes from it, and each request has one. */
  public static class History {
    private final LinkedBlockingQueue<String> steps = new LinkedBlockingQueue<>();

    void done(String step) {
      steps.add(step); // LEAK
    }

    public String last() {
      String last = "";
      for (String step : steps) {
        last = step;
      }
      return last;
    }
  }

  public static String history(History history, String step) {
    history.done(step);
    return history.last();
  }
}
