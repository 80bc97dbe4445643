package unclosed_jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;

public class Leaks {

  public static String neverClosed(ConnectionFactory factory) throws JMSException {
    Connection connection = factory.createConnection(); // LEAK
    return connection.getClientID();
  }

  public static void receiverOfAChain(ConnectionFactory factory, Queue queue, String text) {
    factory.createContext().createProducer().send(queue, text); // LEAK
  }

  public static void closedOnTheNormalPathOnly(
      javax.jms.ConnectionFactory factory, javax.jms.Destination to) throws Exception {
    javax.jms.Connection connection = factory.createConnection(); // LEAK
    javax.jms.Session session = connection.createSession(false, 1);
    javax.jms.MessageProducer producer = session.createProducer(to);
    producer.send(session.createTextMessage("hello"));
    connection.close();
  }

  public static Message receiveOne(Session session, Queue queue) throws JMSException {
    MessageConsumer consumer = session.createConsumer(queue); // LEAK
    return consumer.receiveNoWait();
  }

  public static int sessionOfALongConnection(Connection connection) throws JMSException {
    Session session = connection.createSession(); // LEAK
    return session.getAcknowledgeMode();
  }

  public static boolean contextLostByAnEarlyReturn(ConnectionFactory factory, boolean idle) {
    JMSContext context = factory.createContext(); // LEAK
    if (idle) {
      return false;
    }
    context.close();
    return true;
  }

  static final class Listening {
    private Session session;
    private MessageConsumer consumer;

    void start(Connection connection, Queue queue) throws JMSException {
      session = connection.createSession();
      consumer = session.createConsumer(queue);
      consumer.setMessageListener(message -> {});
    }

    void stop() { // LEAK: resource-field-never-closed
      consumer = null;
      session = null;
    }
  }
}
