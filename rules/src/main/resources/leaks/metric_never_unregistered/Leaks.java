package metric_never_unregistered;

import io.micrometer.core.instrument.Metrics;
import java.util.ArrayDeque;
import java.util.Deque;

class Leaks {
  static class Mailbox implements AutoCloseable {
    private final Deque<String> mails = new ArrayDeque<>();

    Mailbox(String name) {
      Metrics.globalRegistry.gauge("mailbox." + name, this, box -> box.mails.size()); // LEAK
    }

    @Override
    public void close() {
      mails.clear();
    }
  }

  static void use(String name) {
    new Mailbox(name).close();
  }

  private Leaks() {}
}
