package thread_context_never_cleared;

import java.util.Map;
import org.apache.logging.log4j.ThreadContext;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

public class Clean {
  static class Handler {
    void handle(String user, Runnable work) {
      MDC.put("user", user.trim());
      try {
        work.run();
      } finally {
        MDC.remove("user");
      }
    }
  }

  /** Clears all of it. */
  static class Filter {
    void filter(String address, Runnable rest) {
      ThreadContext.put("address", address.trim());
      try {
        rest.run();
      } finally {
        ThreadContext.clearAll();
      }
    }
  }

  /** Gives back what was there before. */
  static class Carrier {
    private final Map<String, String> context = MDC.getCopyOfContextMap();

    void run(String step, Runnable work) {
      MDC.put("step", step.trim());
      try {
        work.run();
      } finally {
        MDC.setContextMap(context);
      }
    }
  }

  static class Unit {
    private final Object factory = new Object();

    void begin() {
      TransactionSynchronizationManager.bindResource(factory, new StringBuilder());
    }

    void end() {
      TransactionSynchronizationManager.unbindResource(factory);
    }
  }

  static class Dispatcher {
    void dispatch(RequestAttributes request, Runnable work) {
      RequestAttributes before = RequestContextHolder.getRequestAttributes();
      RequestContextHolder.setRequestAttributes(request);
      try {
        work.run();
      } finally {
        RequestContextHolder.setRequestAttributes(before);
      }
    }
  }

  /** The name of a program is the same for all its life. */
  public static void main(String[] arguments) {
    MDC.put("program", arguments[0]);
  }

  public static void use(RequestAttributes request, String user) {
    new Handler().handle(user, () -> {});
    new Filter().filter(user, () -> {});
    new Carrier().run(user, () -> {});
    Unit unit = new Unit();
    unit.begin();
    unit.end();
    new Dispatcher().dispatch(request, () -> {});
  }
}
