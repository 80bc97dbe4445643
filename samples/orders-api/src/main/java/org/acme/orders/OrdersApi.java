package org.acme.orders;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;

/** Takes orders over HTTP and keeps them in an embedded database. */
public final class OrdersApi {
  private OrdersApi() {}

  public static void main(String[] args) throws IOException, SQLException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 8080;
    OrderStore store = new OrderStore("jdbc:h2:mem:orders;DB_CLOSE_DELAY=-1");
    store.createTable();
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/orders", new OrdersHandler(store, System.out));
    server.start();
  }
}
