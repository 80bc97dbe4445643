package executor_never_shut_down;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class Leaks {
  static class Mailer implements AutoCloseable {
    private final ExecutorService executor = Executors.newFixedThreadPool(4); // LEAK
    private boolean open = true;

    void send(String mail) {
      executor.execute(() -> System.out.println(mail));
    }

    @Override
    public void close() {
      open = false;
    }

    boolean isOpen() {
      return open;
    }
  }

  static class Poller {
    private ScheduledExecutorService scheduler;
    private int polls;

    void start() {
      scheduler = Executors.newSingleThreadScheduledExecutor(); // LEAK
      scheduler.scheduleAtFixedRate(() -> polls++, 1, 1, TimeUnit.MINUTES);
    }

    int polls() {
      return polls;
    }
  }

  static void use(String mail) {
    Mailer mailer = new Mailer();
    mailer.send(mail);
    mailer.close();
    Poller poller = new Poller();
    poller.start();
    poller.polls();
  }

  private Leaks() {}
}
