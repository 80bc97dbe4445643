package org.acme.orders;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells everyone who listens of stored orders. There is one for the whole application. */
final class OrderFeed {
  static final OrderFeed INSTANCE = new OrderFeed();

  private final List<OrderListener> listeners = new CopyOnWriteArrayList<>();

  private OrderFeed() {}

  void addListener(OrderListener listener) {
    listeners.add(listener);
  }

  void removeListener(OrderListener listener) {
    listeners.remove(listener);
  }

  void publish(Order order) {
    listeners.forEach(listener -> listener.stored(order));
  }
}
