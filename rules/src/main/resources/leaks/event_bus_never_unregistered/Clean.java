package event_bus_never_unregistered;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;

class Clean {
  static class Events {
    private static final EventBus BUS = new EventBus();
  }

  static class Panel {
    private String last;

    Panel() {
      Events.BUS.register(this);
    }

    @Subscribe
    public void seen(String event) {
      last = event;
    }

    void dispose() {
      Events.BUS.unregister(this);
      last = null;
    }
  }

  static class Owner {
    private final EventBus bus = new EventBus("own");
    private String last;

    Owner() {
      bus.register(this);
    }

    @Subscribe
    public void seen(String event) {
      last = event;
    }

    String last() {
      return last;
    }
  }

  static void use(String event) {
    new Panel().dispose();
    new Owner().last();
    Events.BUS.post(event);
  }

  private Clean() {}
}
