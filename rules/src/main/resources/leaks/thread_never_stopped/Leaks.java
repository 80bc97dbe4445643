package thread_never_stopped;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

public class Leaks {
  /** Waits for mail for ever, also when nobody sends any more. */
  static class Mailer implements AutoCloseable {
    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>(100);
    private final Thread sender;

    Mailer() {
      sender = new Thread(this::send, "mailer");
      sender.start(); // LEAK
    }

    private void send() {
      try {
        while (true) {
          System.out.println(mails.take());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    boolean offer(String mail) {
      return sender.isAlive() && mails.offer(mail);
    }

    @Override
    public void close() {
      mails.clear();
    }
  }

  static class Watcher extends Thread {
    private int rounds;

    @Override
    public void run() {
      for (; ; ) {
        rounds++;
        try {
          Thread.sleep(1000);
        } catch (InterruptedException e) {
          System.out.println(rounds);
        }
      }
    }
  }

  static class Folder {
    private final Watcher watcher = new Watcher();

    void open() {
      watcher.start(); // LEAK
    }

    void close() {
      System.out.println(watcher.getName());
    }
  }

  public static void use(String mail) {
    try (Mailer mailer = new Mailer()) {
      mailer.offer(mail);
    }
    Folder folder = new Folder();
    folder.open();
    folder.close();
  }
}
