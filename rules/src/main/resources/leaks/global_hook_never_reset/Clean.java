package global_hook_never_reset;

import java.security.Provider;
import java.security.Security;
import reactor.core.scheduler.Schedulers;

public class Clean {
  static class Plugin implements AutoCloseable {
    private Thread.UncaughtExceptionHandler before;
    private String lastError = "";

    void start() {
      before = Thread.getDefaultUncaughtExceptionHandler();
      Thread.setDefaultUncaughtExceptionHandler((thread, e) -> lastError = e.toString());
    }

    String lastError() {
      return lastError;
    }

    @Override
    public void close() {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  static class Signer {
    private final Provider provider;

    Signer(Provider provider) {
      this.provider = provider;
    }

    void install() {
      Security.addProvider(provider);
    }

    void stop() {
      Security.removeProvider(provider.getName());
    }
  }

  static class Tracer {
    private int tasks;

    void start() {
      Schedulers.onScheduleHook(
          "tracer",
          task -> {
            tasks++;
            return task;
          });
    }

    void stop() {
      Schedulers.resetOnScheduleHook("tracer");
      tasks = 0;
    }
  }

  /** A program may set its own handler once. */
  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> System.err.println(e));
    System.out.println(arguments.length);
  }

  public static void use(Provider provider) {
    try (Plugin plugin = new Plugin()) {
      plugin.start();
      plugin.lastError();
    }
    Signer signer = new Signer(provider);
    signer.install();
    signer.stop();
    Tracer tracer = new Tracer();
    tracer.start();
    tracer.stop();
  }

  static class Dropped implements AutoCloseable {
    private int errors;

    void start() {
      reactor.core.publisher.Hooks.onErrorDropped(e -> errors++);
      io.reactivex.rxjava3.plugins.RxJavaPlugins.setErrorHandler(e -> errors++);
    }

    @Override
    public void close() {
      reactor.core.publisher.Hooks.resetOnErrorDropped();
      io.reactivex.rxjava3.plugins.RxJavaPlugins.reset();
    }
  }
}
