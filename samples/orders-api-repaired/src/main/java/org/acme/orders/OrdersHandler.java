package org.acme.orders;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** {@code POST /orders} with one order in the body. */
final class OrdersHandler implements HttpHandler {
  /** The requests at work, so that support can look up what a customer sent. */
  private static final Map<String, String> REQUESTS = new ConcurrentHashMap<>();

  /** Tells everyone in the application who listens of stored orders. */
  private static final PropertyChangeSupport STORED = new PropertyChangeSupport("orders");

  private final OrderStore store;
  private final PrintStream log;

  OrdersHandler(OrderStore store, PrintStream log) {
    this.store = store;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String request = UUID.randomUUID().toString();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    REQUESTS.put(request, body);
    try (RequestLog listening = new RequestLog(request, log)) {
      Order order = Order.parse(body);
      if (store.save(order)) {
        STORED.firePropertyChange("stored", null, order);
        answer(exchange, 201, order.number());
      } else {
        answer(exchange, 409, "there is an order " + order.number());
      }
    } catch (IllegalArgumentException e) {
      answer(exchange, 400, e.getMessage());
    } catch (SQLException e) {
      answer(exchange, 500, "the database is not well");
    } finally {
      REQUESTS.remove(request);
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** Logs what is stored while one request is at work. */
  private static final class RequestLog implements PropertyChangeListener, AutoCloseable {
    private final String request;
    private final PrintStream log;

    RequestLog(String request, PrintStream log) {
      this.request = request;
      this.log = log;
      STORED.addPropertyChangeListener(this);
    }

    @Override
    public void propertyChange(PropertyChangeEvent stored) {
      log.println(request + ": " + stored.getNewValue());
    }

    @Override
    public void close() {
      STORED.removePropertyChangeListener(this);
    }
  }
}
