package unclosed_pooled_object;

import java.io.IOException;
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

  public static int returnedOnTheNormalPathOnly(ObjectPool<StringBuilder> pool) throws Exception {
    StringBuilder text = pool.borrowObject(); // LEAK
    int length = Integer.parseInt(text.toString());
    pool.returnObject(text);
    return length;
  }

  public static String pooledNeverReturned(ObjectPool<StringBuilder> pool) throws Exception {
    StringBuilder text = pool.borrowObject(); // LEAK
    text.append("line");
    return text.toString();
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
    Desk desk = desks.acquireDesk(); // LEAK(low)
    String result = desk.work(order);
    desks.releaseDesk(desk);
    return result;
  }

  static void forgotten(Desks desks, String order) throws IOException {
    Desk desk = desks.acquireDesk(); // LEAK
    desk.work(order);
  }

  /** What holds something of its own is lost for more than the pool. */
  interface Lines {
    Line borrowLine();

    void returnLine(Line line);
  }

  interface Line extends AutoCloseable {
    String ask(String question) throws IOException;
  }

  static String answer(Lines lines, String question) throws IOException {
    Line line = lines.borrowLine(); // LEAK
    String answer = line.ask(question);
    lines.returnLine(line);
    return answer;
  }

  static int documents(org.apache.lucene.search.SearcherManager manager)
      throws java.io.IOException {
    org.apache.lucene.search.IndexSearcher searcher = manager.acquire(); // LEAK
    return searcher.getIndexReader().numDocs();
  }
}
