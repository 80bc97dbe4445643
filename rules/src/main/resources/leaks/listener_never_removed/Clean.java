package listener_never_removed;

import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.Connection;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;
import java.util.ArrayList;
import java.util.List;
import java.util.prefs.PreferenceChangeEvent;
import java.util.prefs.PreferenceChangeListener;
import java.util.prefs.Preferences;

class Clean {
  static class Window implements PreferenceChangeListener, AutoCloseable {
    Window() {
      Preferences.userRoot().addPreferenceChangeListener(this);
    }

    @Override
    public void preferenceChange(PreferenceChangeEvent event) {
      System.out.println(event);
    }

    @Override
    public void close() {
      Preferences.userRoot().removePreferenceChangeListener(this);
    }
  }

  static class Owner {
    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
    private int seen;

    Owner() {
      changes.addPropertyChangeListener(event -> seen++);
    }

    int seen() {
      return seen;
    }
  }

  static class Released implements AutoCloseable {
    private final List<Runnable> undo = new ArrayList<>();
    private int changes;

    void start(Preferences node) {
      PreferenceChangeListener listener = event -> changes++;
      node.addPreferenceChangeListener(listener);
      undo.add(() -> node.removePreferenceChangeListener(listener));
    }

    @Override
    public void close() {
      undo.forEach(Runnable::run);
    }
  }

  static class Delegate {
    private final PropertyChangeSupport changes;

    Delegate(PropertyChangeSupport changes) {
      this.changes = changes;
    }

    void addPropertyChangeListener(PropertyChangeListener listener) {
      changes.addPropertyChangeListener(listener);
    }
  }

  /** Listens to children that it takes in. */
  static class Group implements AutoCloseable {
    private final List<Preferences> children = new ArrayList<>();
    private int changes;

    void open(PropertyChangeSupport child) {
      child.addPropertyChangeListener(event -> changes++);
      addChild(child);
    }

    private void addChild(PropertyChangeSupport child) {
      System.out.println(child);
    }

    /** What it is handed belongs to the event. */
    void openAll(List<PropertyChangeSupport> all) {
      all.forEach(one -> one.addPropertyChangeListener(event -> changes++));
    }

    @Override
    public void close() {
      children.clear();
    }
  }

  static void use() {
    try (Group group = new Group()) {
      group.open(new PropertyChangeSupport("child"));
      group.openAll(List.of(new PropertyChangeSupport("other")));
    }
    new Window().close();
    new Owner().seen();
    Released released = new Released();
    released.start(Preferences.userRoot());
    released.close();
    new Delegate(new PropertyChangeSupport("x")).addPropertyChangeListener(event -> {});
  }

  private Clean() {}

  static final class Bridge implements MessageListener {
    private final Connection connection;
    private Session session;

    Bridge(Connection connection) {
      this.connection = connection;
    }

    void start(Queue queue) throws JMSException {
      session = connection.createSession();
      MessageConsumer consumer = session.createConsumer(queue);
      consumer.setMessageListener(this);
    }

    void stop() throws JMSException {
      session.close();
    }

    @Override
    public void onMessage(Message message) {
      connection.hashCode();
    }
  }
}
