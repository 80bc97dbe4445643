package org.acme.orders;

import java.beans.PropertyChangeSupport;

/** Tells everyone who listens of stored orders. There is one for the whole application. */
final class OrderFeed {
  static final PropertyChangeSupport STORED = new PropertyChangeSupport("orders");

  private OrderFeed() {}

  static void publish(Order order) {
    STORED.firePropertyChange("stored", null, order);
  }
}
