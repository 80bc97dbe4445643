package unclosed_pooled_object;

import java.util.List;
import org.apache.commons.pool2.ObjectPool;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

public class Leaks {

  public static String neverClosed(JedisPool pool, String key) {
    Jedis jedis = pool.getResource(); // LEAK
    return jedis.get(key);
  }

  public static long receiverOfAChain(JedisPool pool, String key) {
    return pool.getResource().incr(key); // LEAK
  }

  public static List<String> lostByAnEarlyReturn(JedisPool pool, String key) {
    Jedis jedis = pool.getResource(); // LEAK
    if (!jedis.exists(key)) {
      return null;
    }
    List<String> values = jedis.lrange(key, 0, -1);
    jedis.close();
    return values;
  }

  /** Low, because only an unchecked exception leads past the return. */
  public static int returnedOnTheNormalPathOnly(ObjectPool<StringBuilder> pool) throws Exception {
    StringBuilder text = pool.borrowObject(); // LEAK(low)
    int length = Integer.parseInt(text.toString());
    pool.returnObject(text);
    return length;
  }

  public static String pooledNeverReturned(ObjectPool<StringBuilder> pool) throws Exception {
    StringBuilder text = pool.borrowObject(); // LEAK
    text.append("line");
    return text.toString();
  }
}
