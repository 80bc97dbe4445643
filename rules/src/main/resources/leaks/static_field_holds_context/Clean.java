package static_field_holds_context;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.ref.WeakReference;

public class Clean {
  static class Orders implements HttpHandler {
    private static HttpExchange current;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
      current = exchange;
      try {
        answer();
      } finally {
        current = null;
      }
    }

    private static void answer() throws IOException {
      current.sendResponseHeaders(204, -1);
    }
  }

  static class Last implements HttpHandler {
    private static WeakReference<HttpExchange> last;
    private static String address;

    @Override
    public void handle(HttpExchange exchange) {
      last = new WeakReference<>(exchange);
      address = exchange.getRemoteAddress().getHostString();
    }

    static String address() {
      return last.get() == null ? "" : address;
    }
  }

  /** The server lives as long as the program. */
  static class Main {
    private static HttpServer server;

    static void start(HttpServer made) {
      server = made;
      server.start();
    }
  }
}
