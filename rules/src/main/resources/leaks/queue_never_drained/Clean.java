package queue_never_drained;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class Clean {
  static class Worker implements Runnable {
    private static final BlockingQueue<Runnable> WORK = new LinkedBlockingQueue<>();

    static void submit(Runnable task) {
      WORK.add(task);
    }

    @Override
    public void run() {
      try {
        while (!Thread.currentThread().isInterrupted()) {
          WORK.take().run();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  static class Buffer {
    private static final BlockingQueue<String> LINES = new LinkedBlockingQueue<>();

    static void add(String line) {
      LINES.add(line);
    }

    static List<String> flush() {
      List<String> lines = new ArrayList<>();
      LINES.drainTo(lines);
      return lines;
    }
  }

  /** Full is full. */
  static class Recent {
    private static final Queue<String> LINES = new ArrayBlockingQueue<>(100);

    static boolean add(String line) {
      return LINES.offer(line);
    }
  }

  static class Window {
    private static final Queue<Long> SAMPLES = new ArrayDeque<>();

    static synchronized void add(long sample) {
      SAMPLES.add(sample);
      if (SAMPLES.size() > 60) {
        SAMPLES.remove();
      }
    }
  }

  static class Deadlines {
    private static final Queue<Long> TIMES = new PriorityQueue<>();

    static synchronized int add(long time) {
      TIMES.add(time);
      int missed = 0;
      for (Iterator<Long> it = TIMES.iterator(); it.hasNext(); ) {
        if (it.next() < time) {
          it.remove();
          missed++;
        }
      }
      return missed;
    }
  }

  /** Ends with the walk. */
  public static int breadthFirst(List<List<Integer>> graph) {
    Queue<Integer> open = new ConcurrentLinkedQueue<>();
    open.add(0);
    int seen = 0;
    for (int next : graph.get(0)) {
      open.add(next);
      seen += graph.get(next).size();
    }
    return seen + open.size();
  }

  public static void use(String line) {
    Worker.submit(() -> System.out.println(line));
    new Thread(new Worker()).start();
    Buffer.add(line);
    Buffer.flush();
    Recent.add(line);
    Window.add(line.length());
    Deadlines.add(line.length());
  }

  /** Each leaves when it is closed. */
  public static class Publisher {
    private static final Queue<Publisher> ALL = new ConcurrentLinkedQueue<>();
    private final StringBuilder text = new StringBuilder();

    public Publisher(String name) {
      text.append(name);
      ALL.add(this);
    }

    public static int length(String name) {
      Publisher publisher = new Publisher(name);
      int length = publisher.text.length();
      publisher.close();
      return length;
    }

    public void close() {
      ALL.remove(this);
    }

    public static int shutDown() {
      int length = 0;
      for (Publisher last = ALL.poll(); last != null; last = ALL.poll()) {
        length += last.text.length();
      }
      return length;
    }
  }

  /** Refuses what is too much. */
  public static class History {
    private final java.util.concurrent.LinkedBlockingQueue<String> steps =
        new java.util.concurrent.LinkedBlockingQueue<>(100);

    void done(String step) {
      steps.offer(step);
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
