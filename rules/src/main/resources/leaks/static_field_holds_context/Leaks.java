package static_field_holds_context;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

public class Leaks {
  static class Orders implements HttpHandler {
    private static HttpExchange current; // LEAK

    @Override
    public void handle(HttpExchange exchange) throws IOException {
      current = exchange;
      answer();
    }

    private static void answer() throws IOException {
      current.sendResponseHeaders(204, -1);
    }
  }

  static class Audit extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static HttpSession last; // LEAK
    private static Object origin; // LEAK

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      last = request.getSession();
      origin = request;
    }

    static String who() {
      return last.getId() + origin;
    }
  }
}
