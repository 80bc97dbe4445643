package listener_never_removed;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.prefs.PreferenceChangeEvent;
import java.util.prefs.PreferenceChangeListener;
import java.util.prefs.Preferences;
import javax.management.NotificationEmitter;

class Leaks {
  static class Window implements PreferenceChangeListener, AutoCloseable {
    private int changes;

    Window() {
      Preferences.userRoot().addPreferenceChangeListener(this); // LEAK
    }

    @Override
    public void preferenceChange(PreferenceChangeEvent event) {
      changes++;
    }

    @Override
    public void close() {
      changes = 0;
    }
  }

  static class MemoryMeter {
    private long low;

    void start() {
      MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
      ((NotificationEmitter) memory)
          .addNotificationListener((notification, handback) -> low++, null, null); // LEAK
    }

    long low() {
      return low;
    }
  }

  static class Settings {
    private static final PropertyChangeSupport CHANGES = new PropertyChangeSupport(Settings.class);
  }

  static class Panel implements PropertyChangeListener {
    void show() {
      Settings.CHANGES.addPropertyChangeListener(this); // LEAK
    }

    void dispose() {
      System.out.println("gone");
    }

    @Override
    public void propertyChange(PropertyChangeEvent event) {
      System.out.println(event);
    }
  }

  static void use() {
    new Window().close();
    new MemoryMeter().start();
    new Panel().show();
  }

  private Leaks() {}
}
