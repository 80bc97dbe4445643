package unclosed_entity_manager;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.hibernate.SessionFactory;

public class Clean {

  public static Object tryWithResources(EntityManagerFactory factory, Class<?> type, long id) {
    try (EntityManager entities = factory.createEntityManager()) {
      return entities.find(type, id);
    }
  }

  public static void closedInFinally(javax.persistence.EntityManagerFactory factory, Object it) {
    javax.persistence.EntityManager entities = factory.createEntityManager();
    try {
      entities.persist(it);
    } finally {
      entities.close();
    }
  }

  public static Object current(SessionFactory factory, Class<?> type, long id) {
    return factory.getCurrentSession().get(type, id);
  }

  public static int myBatis(SqlSessionFactory factory, String statement) {
    try (SqlSession session = factory.openSession(true)) {
      return session.update(statement);
    }
  }

  public static EntityManager returned(EntityManagerFactory factory) {
    return factory.createEntityManager();
  }
}
