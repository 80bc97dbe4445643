package queue_never_drained;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class Leaks {
  static class Watcher {
    private final Queue<Runnable> entries = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    Watcher() {
      timer.scheduleAtFixedRate(() -> entries.forEach(Runnable::run), 1, 1, TimeUnit.SECONDS);
    }

    void watch(Runnable entry) {
      entries.add(entry); // LEAK
    }

    void stop() {
      timer.shutdown();
    }
  }

  static class Server {
    private final Watcher watcher = new Watcher();

    void serve(Runnable entry) {
      watcher.watch(entry);
    }

    void stop() {
      watcher.stop();
    }
  }

  static void use(Runnable entry) {
    Server server = new Server();
    server.serve(entry);
    server.stop();
  }

  private Leaks() {}
}
