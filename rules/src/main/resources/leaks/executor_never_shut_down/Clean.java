package executor_never_shut_down;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class Clean {
  static class Mailer {
    private final ExecutorService executor = Executors.newFixedThreadPool(4);

    void send(String mail) {
      executor.execute(() -> System.out.println(mail));
    }

    void stop() {
      executor.shutdown();
    }
  }

  static class Helped {
    private final ExecutorService executor = Executors.newFixedThreadPool(4);

    void send(String mail) {
      executor.execute(() -> System.out.println(mail));
    }

    void stop() {
      end(executor);
    }

    private static void end(ExecutorService service) {
      service.shutdownNow();
    }
  }

  static class Shared {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

    static void run(Runnable work) {
      POOL.execute(work);
    }
  }

  static void use(String mail) {
    Mailer mailer = new Mailer();
    mailer.send(mail);
    mailer.stop();
    Helped helped = new Helped();
    helped.send(mail);
    helped.stop();
    Shared.run(() -> {});
  }

  private Clean() {}
}
