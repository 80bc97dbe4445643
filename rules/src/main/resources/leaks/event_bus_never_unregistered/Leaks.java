package event_bus_never_unregistered;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;

class Leaks {
  static class Events {
    private static final EventBus BUS = new EventBus();
  }

  static class Panel {
    private String last;

    Panel() {
      Events.BUS.register(this); // LEAK
    }

    @Subscribe
    public void seen(String event) {
      last = event;
    }

    void dispose() {
      last = null;
    }
  }

  static void use(String event) {
    new Panel().dispose();
    Events.BUS.post(event);
  }

  private Leaks() {}
}
