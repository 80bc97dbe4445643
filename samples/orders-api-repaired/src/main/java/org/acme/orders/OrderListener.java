package org.acme.orders;

/** Wants to know of every order that was stored. */
interface OrderListener {
  void stored(Order order);
}
