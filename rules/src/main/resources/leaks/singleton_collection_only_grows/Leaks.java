package singleton_collection_only_grows;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Leaks {
  enum Sessions {
    INSTANCE;

    private final Map<String, List<String>> logs = new HashMap<>();

    synchronized void log(String session, String line) {
      logs.computeIfAbsent(session, s -> new ArrayList<>()).add(line); // LEAK
    }
  }

  static class Audit {
    private static final Audit INSTANCE = new Audit();
    private final List<String> entries = Collections.synchronizedList(new ArrayList<>());

    static Audit get() {
      return INSTANCE;
    }

    void record(String user, String action) {
      entries.add(user + ' ' + action); // LEAK
    }

    String last() {
      return entries.get(entries.size() - 1);
    }
  }

  static class Lazy {
    private static Lazy instance;
    private final Map<String, Long> lastSeen = new ConcurrentHashMap<>();

    static synchronized Lazy instance() {
      if (instance == null) {
        instance = new Lazy();
      }
      return instance;
    }

    void saw(String address) {
      lastSeen.put(address, System.nanoTime()); // LEAK
    }
  }

  static class Hits extends HttpServlet {
    private final Map<String, Integer> hits = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      int count = hits.merge(request.getRequestURI(), 1, Integer::sum); // LEAK
      response.getWriter().println(count);
    }
  }

  public static void logs(String session) {
    Sessions.INSTANCE.log(session, "hello");
  }

  public static String records(String user) {
    Audit.get().record(user, "login");
    return Audit.get().last();
  }

  public static void sees(String address) {
    Lazy.instance().saw(address);
  }

  public static void serves(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    new Hits().doGet(request, response);
  }

  @jakarta.enterprise.context.SessionScoped
  static class Visits implements java.io.Serializable {
    private final Map<String, Integer> pages = new ConcurrentHashMap<>();

    public int visit(String page) {
      return pages.merge(page, 1, Integer::sum); // LEAK
    }
  }

  public static int visits(Visits visits, String page) {
    return visits.visit(page);
  }
}
