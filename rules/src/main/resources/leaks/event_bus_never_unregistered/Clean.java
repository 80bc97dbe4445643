package event_bus_never_unregistered;

import com.google.common.eventbus.Subscribe;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import org.greenrobot.eventbus.EventBus;

public class Clean {
  /** Owns its bus: both end together. */
  static class Workflow {
    private final com.google.common.eventbus.EventBus steps =
        new com.google.common.eventbus.EventBus("steps");
    private int done;

    Workflow() {
      steps.register(this);
    }

    @Subscribe
    public void step(String name) {
      done += name.length();
    }

    void close() {
      steps.post("closed");
    }
  }

  public static void use(Vertx vertx) {
    new Workflow().close();
    try (Window window = new Window()) {
      window.show("x");
    }
    Log.instance().show("x");
    Feed feed = new Feed();
    feed.open(vertx);
    feed.close();
  }

  private Clean() {}
}

class Window implements AutoCloseable {
  private String line;

  Window() {
    EventBus.getDefault().register(this);
  }

  @org.greenrobot.eventbus.Subscribe
  public void show(String text) {
    line = text;
  }

  @Override
  public void close() {
    EventBus.getDefault().unregister(this);
    System.out.println(line);
  }
}

/** Lives as long as the bus. */
final class Log {
  private static final Log INSTANCE = new Log();
  private int lines;

  private Log() {
    EventBus.getDefault().register(this);
  }

  static Log instance() {
    return INSTANCE;
  }

  @org.greenrobot.eventbus.Subscribe
  public void show(String text) {
    lines += text.length();
  }

  void close() {
    System.out.println(lines);
  }
}

/** Registered and unregistered by whoever makes it. */
class Reader {
  private int read;

  @Subscribe
  public void read(String text) {
    read += text.length();
  }

  static int all(com.google.common.eventbus.EventBus bus) {
    Reader reader = new Reader();
    bus.register(reader);
    try {
      bus.post("x");
      return reader.read;
    } finally {
      bus.unregister(reader);
    }
  }
}

class Feed {
  private MessageConsumer<Object> consumer;
  private int news;

  void open(Vertx vertx) {
    consumer = vertx.eventBus().consumer("news", message -> news++);
  }

  void close() {
    consumer.unregister();
  }

  static class Audit implements AutoCloseable {
    private final io.vertx.core.eventbus.EventBus bus;
    private final io.vertx.core.Handler<io.vertx.core.eventbus.DeliveryContext<Object>> count;
    private long seen;

    Audit(io.vertx.core.eventbus.EventBus bus) {
      this.bus = bus;
      this.count =
          delivery -> {
            seen++;
            delivery.next();
          };
    }

    void start() {
      bus.addInboundInterceptor(count);
    }

    @Override
    public void close() {
      bus.removeInboundInterceptor(count);
    }
  }
}
