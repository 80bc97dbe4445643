package unclosed_entity_manager;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

public class Leaks {

  public static Object neverClosed(EntityManagerFactory factory, Class<?> type, long id) {
    EntityManager entities = factory.createEntityManager(); // LEAK
    return entities.find(type, id);
  }

  public static void receiverOfAChain(javax.persistence.EntityManagerFactory factory, Object it) {
    factory.createEntityManager().persist(it); // LEAK
  }

  public static void closedOnTheNormalPathOnly(EntityManagerFactory factory, Object it) {
    EntityManager entities =
        factory.createEntityManager(); // LEAK
    entities.getTransaction().begin();
    entities.persist(it);
    entities.getTransaction().commit();
    entities.close();
  }

  public static Object hibernate(SessionFactory factory, Class<?> type, long id) {
    Session session = factory.openSession(); // LEAK
    return session.get(type, id);
  }

  public static int rolledBackButOpen(SqlSessionFactory factory, String statement) {
    SqlSession session = factory.openSession(); // LEAK
    try {
      return session.update(statement);
    } catch (RuntimeException e) {
      session.rollback();
      throw e;
    }
  }
}
