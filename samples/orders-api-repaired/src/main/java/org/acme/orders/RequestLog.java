package org.acme.orders;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.io.PrintStream;

/** Logs what is stored while one request is at work. */
final class RequestLog implements PropertyChangeListener, AutoCloseable {
  private final String request;
  private final PrintStream log;

  RequestLog(String request, PrintStream log) {
    this.request = request;
    this.log = log;
    OrderFeed.STORED.addPropertyChangeListener(this);
  }

  @Override
  public void propertyChange(PropertyChangeEvent stored) {
    log.println(request + ": " + stored.getNewValue());
  }

  @Override
  public void close() {
    OrderFeed.STORED.removePropertyChangeListener(this);
  }
}
