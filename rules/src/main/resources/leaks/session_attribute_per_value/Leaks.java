package session_attribute_per_value;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;

public class Leaks {
  static class Uploads {
    String begin(HttpSession session, long size) {
      String id = UUID.randomUUID().toString();
      session.setAttribute("upload." + id, size); // LEAK
      return id;
    }
  }

  static class Searches {
    void remember(HttpServletRequest request, String result) {
      request.getSession().setAttribute("search-" + request.getParameter("q"), result); // LEAK
    }
  }

  static class Forms {
    void show(HttpSession session, String form, String token) {
      session.setAttribute(form + '/' + token, System.nanoTime()); // LEAK
    }
  }

  public static String uploads(HttpSession session) {
    return new Uploads().begin(session, 1);
  }

  public static void searches(HttpServletRequest request) {
    new Searches().remember(request, "none");
  }

  public static void forms(HttpSession session, String token) {
    new Forms().show(session, "login", token);
  }
}
