package org.acme.orders;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The orders in the database. */
final class OrderStore {
  private static final String DUPLICATE = "23505";

  private final String url;

  OrderStore(String url) {
    this.url = url;
  }

  void createTable() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement create = connection.createStatement()) {
      create.execute(
          "create table orders(number varchar primary key, article varchar, amount int)");
    }
  }

  /** Stores an order; false if there is one with its number. */
  boolean save(Order order) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement insert =
            connection.prepareStatement("insert into orders values (?, ?, ?)")) {
      insert.setString(1, order.number());
      insert.setString(2, order.article());
      insert.setInt(3, order.amount());
      insert.executeUpdate();
      return true;
    } catch (SQLException e) {
      if (DUPLICATE.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }
}
