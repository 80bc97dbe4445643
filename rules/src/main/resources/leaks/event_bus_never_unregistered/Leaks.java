package event_bus_never_unregistered;

import com.google.common.eventbus.Subscribe;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.greenrobot.eventbus.EventBus;

public class Leaks {
  static class Application {
    private static final com.google.common.eventbus.EventBus BUS =
        new com.google.common.eventbus.EventBus();
  }

  static class Window implements AutoCloseable {
    private final List<String> lines = new ArrayList<>();

    Window() {
      Application.BUS.register(this); // LEAK
    }

    @Subscribe
    public void show(String line) {
      lines.add(line);
    }

    @Override
    public void close() {
      lines.clear();
    }
  }

  static class Screen {
    private String title = "";

    void onStart() {
      EventBus.getDefault().register(this); // LEAK
    }

    void stop() {
      title = "";
    }

    @org.greenrobot.eventbus.Subscribe
    public void rename(String to) {
      title = to;
    }
  }

  static class Download {
    private long bytes;

    void start() {
      Application.BUS.register( // LEAK
          new Object() {
            @Subscribe
            public void received(Integer count) {
              bytes += count;
            }
          });
    }

    void cancel() {
      bytes = 0;
    }

    void close() {
      cancel();
    }
  }

  static class Order {
    private final com.google.common.eventbus.EventBus bus;

    Order(com.google.common.eventbus.EventBus bus) {
      this.bus = bus;
      bus.register(this); // LEAK
    }

    @Subscribe
    public void paid(Long order) {
      bus.post("paid " + order);
    }

    void close() {
      bus.post("closed");
    }
  }

  static class Feed {
    private int news;

    void open(Vertx vertx) {
      vertx.eventBus().consumer("news", message -> news++); // LEAK
    }

    void close() {
      System.out.println(news);
    }
  }

  public static void window() {
    new Window().close();
  }

  public static void screen() {
    Screen screen = new Screen();
    screen.onStart();
    screen.stop();
  }

  public static void download() {
    Download download = new Download();
    download.start();
    download.close();
  }

  public static void order() {
    new Order(Application.BUS).close();
  }

  public static void feed(Vertx vertx) {
    Feed feed = new Feed();
    feed.open(vertx);
    feed.close();
  }

  static class Audit implements AutoCloseable {
    private final io.vertx.core.eventbus.EventBus bus;
    private long seen;

    Audit(io.vertx.core.eventbus.EventBus bus) {
      this.bus = bus;
      bus.addOutboundInterceptor( // LEAK
          delivery -> {
            seen++;
            delivery.next();
          });
    }

    @Override
    public void close() {
      seen = 0;
    }
  }
}
