package thread_context_never_cleared;

import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

public class Leaks {
  static class Handler {
    void handle(String user, Runnable work) {
      MDC.put("user", user.trim()); // LEAK(low)
      work.run();
    }
  }

  static class Unit {
    private final Object factory = new Object();

    void begin() {
      StringBuilder session = new StringBuilder();
      TransactionSynchronizationManager.bindResource(factory, session); // LEAK
    }

    void end() {
      System.out.println(factory);
    }
  }

  static class Dispatcher {
    void dispatch(RequestAttributes request, Runnable work) {
      RequestContextHolder.setRequestAttributes(request); // LEAK
      work.run();
    }
  }

  public static void use(RequestAttributes request, String user) {
    new Handler().handle(user, () -> {});
    Unit unit = new Unit();
    unit.begin();
    unit.end();
    new Dispatcher().dispatch(request, () -> {});
  }
}
