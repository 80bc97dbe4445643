package unclosed_pooled_object;

import java.io.IOException;
import org.apache.commons.pool2.KeyedObjectPool;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

public class Clean {

  public static String tryWithResources(JedisPool pool, String key) {
    try (Jedis jedis = pool.getResource()) {
      return jedis.get(key);
    }
  }

  public static int returned(ObjectPool<StringBuilder> pool) throws Exception {
    StringBuilder text = pool.borrowObject();
    try {
      return Integer.parseInt(text.toString());
    } finally {
      pool.returnObject(text);
    }
  }

  public static int invalidated(KeyedObjectPool<String, StringBuilder> pool, String key)
      throws Exception {
    StringBuilder text = pool.borrowObject(key);
    try {
      int length = Integer.parseInt(text.toString());
      pool.returnObject(key, text);
      return length;
    } catch (RuntimeException e) {
      pool.invalidateObject(key, text);
      throw e;
    }
  }

  public static Jedis handedOn(JedisPool pool) {
    return pool.getResource();
  }

  /** Somebody's own pool: what it lends, it wants back. */
  interface Desks {
    Desk acquireDesk();

    void releaseDesk(Desk desk);
  }

  interface Desk {
    String work(String order) throws IOException;
  }

  static String done(Desks desks, String order) throws IOException {
    Desk desk = desks.acquireDesk();
    try {
      return desk.work(order);
    } finally {
      desks.releaseDesk(desk);
    }
  }

  /** Handed on: the reader of the result gives it back. */
  static Desk prepared(Desks desks, String order) throws IOException {
    Desk desk = desks.acquireDesk();
    boolean ready = false;
    try {
      desk.work(order);
      ready = true;
      return desk;
    } finally {
      if (!ready) {
        desks.releaseDesk(desk);
      }
    }
  }

  /** Nobody gives back what this getter returns. */
  interface Office {
    Desk getFirstDesk();

    void returnVisitor(Desk desk);
  }

  static String asked(Office office, String order) throws IOException {
    return office.getFirstDesk().work(order);
  }

  static int documents(org.apache.lucene.search.SearcherManager manager)
      throws java.io.IOException {
    org.apache.lucene.search.IndexSearcher searcher = manager.acquire();
    try {
      return searcher.getIndexReader().numDocs();
    } finally {
      manager.release(searcher);
    }
  }
}
