package metric_never_unregistered;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.util.ArrayDeque;
import java.util.Deque;

class Clean {
  static class Mailbox implements AutoCloseable {
    private final Deque<String> mails = new ArrayDeque<>();
    private final Gauge size;

    Mailbox(String name) {
      size = Gauge.builder("mailbox." + name, mails, Deque::size).register(Metrics.globalRegistry);
    }

    @Override
    public void close() {
      Metrics.globalRegistry.remove(size);
      mails.clear();
    }
  }

  static void use(String name) {
    new Mailbox(name).close();
  }

  private Clean() {}
}
