package unclosed_pooled_object;

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
}
