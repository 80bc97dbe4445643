package remove_method_never_removes;

import java.util.HashMap;
import java.util.Map;

class Leaks {
  static class Sensors {
    private final Map<String, Runnable> parents = new HashMap<>();

    synchronized void add(String sensor, Runnable parent) {
      parents.put(sensor, parent); // LEAK
    }

    synchronized void removeSensor(String sensor) {
      Runnable parent = parents.get(sensor);
      if (parent != null) {
        parent.run();
      }
    }
  }

  static void use(String sensor) {
    Sensors sensors = new Sensors();
    sensors.add(sensor, () -> {});
    sensors.removeSensor(sensor);
  }

  private Leaks() {}
}
