package session_attribute_per_value;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;

public class Clean {
  private static final String USER = Clean.class.getName() + ".user";

  static class Login {
    void login(HttpServletRequest request, String user) {
      request.getSession().setAttribute(USER, user);
    }
  }

  /** Who calls it says the name. */
  static class Scope {
    void put(HttpSession session, String name, Object value) {
      session.setAttribute(name, value);
    }
  }

  static class Uploads {
    String begin(HttpSession session, long size) {
      String id = UUID.randomUUID().toString();
      session.setAttribute("upload." + id, size);
      return id;
    }

    void end(HttpSession session, String id) {
      session.removeAttribute("upload." + id);
    }
  }

  public static void logsIn(HttpServletRequest request, String user) {
    new Login().login(request, user);
  }

  public static void puts(HttpSession session) {
    new Scope().put(session, "color", "red");
  }

  public static void uploads(HttpSession session) {
    Uploads uploads = new Uploads();
    uploads.end(session, uploads.begin(session, 1));
  }
}
