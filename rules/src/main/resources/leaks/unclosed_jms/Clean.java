package unclosed_jms;

import jakarta.jms.MessageConsumer;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;

public class Clean {

  public static void tryWithResources(ConnectionFactory factory, Queue queue, String text) {
    try (JMSContext context = factory.createContext()) {
      context.createProducer().send(queue, text);
    }
  }

  public static void closedWithTheConnection(ConnectionFactory factory, Queue queue)
      throws JMSException {
    try (Connection connection = factory.createConnection()) {
      Session session = connection.createSession();
      MessageProducer producer =
          session.createProducer(queue);
      producer.send(session.createMessage());
    }
  }

  public static void oldApi(javax.jms.ConnectionFactory factory, javax.jms.Queue queue)
      throws Exception {
    javax.jms.Connection connection = null;
    try {
      connection = factory.createConnection();
      javax.jms.Session session = connection.createSession(false, 1);
      session
          .createProducer(queue)
          .send(session.createTextMessage("hello"));
    } finally {
      if (connection != null) {
        connection.close();
      }
    }
  }

  public static Session returned(Connection connection) throws JMSException {
    return connection.createSession();
  }

  /** Closing the session closes its consumer. */
  static final class Consuming implements AutoCloseable {
    private final Session session;
    private MessageConsumer consumer;

    Consuming(Session session) {
      this.session = session;
    }

    void start(Queue queue) throws JMSException {
      consumer = session.createConsumer(queue);
    }

    boolean isStarted() {
      return consumer != null;
    }

    @Override
    public void close() throws JMSException {
      session.close();
    }
  }

  static final class Listening {
    private Session session;
    private MessageConsumer consumer;

    void start(Connection connection, Queue queue) throws JMSException {
      session = connection.createSession();
      consumer = session.createConsumer(queue);
      consumer.setMessageListener(message -> {});
    }

    void stop() throws JMSException {
      if (session != null) {
        session.close();
      }
    }
  }

  static boolean isTransacted(ConnectionFactory factory) throws JMSException {
    Connection connection = factory.createConnection();
    try {
      return isTransacted(connection);
    } finally {
      connection.close();
    }
  }

  private static boolean isTransacted(Connection connection) throws JMSException {
    Session session = connection.createSession(); // NOISE: its caller closes the connection
    boolean transacted = session.getTransacted();
    session.close();
    return transacted;
  }
}
