package global_hook_never_reset;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.security.Provider;
import java.security.Security;
import reactor.core.scheduler.Schedulers;

public class Leaks {
  static class Plugin implements AutoCloseable {
    private String lastError = "";

    void start() {
      Thread.setDefaultUncaughtExceptionHandler((thread, e) -> lastError = e.toString()); // LEAK
    }

    String lastError() {
      return lastError;
    }

    @Override
    public void close() {
      lastError = "";
    }
  }

  /** The provider pins the class loader of whoever installed it. */
  static class Signer {
    private final Provider provider;

    Signer(Provider provider) {
      this.provider = provider;
    }

    void install() {
      Security.addProvider(provider); // LEAK
    }

    void stop() {
      System.out.println("stopped");
    }
  }

  static class Proxy {
    private final char[] password;

    Proxy(char[] password) {
      this.password = password;
    }

    void connect() {
      Authenticator.setDefault( // LEAK
          new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
              return new PasswordAuthentication("proxy", password);
            }
          });
    }

    void disconnect() {
      System.out.println("disconnected");
    }
  }

  static class Tracer {
    private int tasks;

    void start() {
      Schedulers.onScheduleHook( // LEAK
          "tracer",
          task -> {
            tasks++;
            return task;
          });
    }

    void stop() {
      tasks = 0;
    }
  }

  public static void use(Provider provider, char[] password) {
    try (Plugin plugin = new Plugin()) {
      plugin.start();
      plugin.lastError();
    }
    Signer signer = new Signer(provider);
    signer.install();
    signer.stop();
    Proxy proxy = new Proxy(password);
    proxy.connect();
    proxy.disconnect();
    Tracer tracer = new Tracer();
    tracer.start();
    tracer.stop();
  }

  static class Dropped implements AutoCloseable {
    private int errors;

    void start() {
      reactor.core.publisher.Hooks.onErrorDropped(e -> errors++); // LEAK
      io.reactivex.rxjava3.plugins.RxJavaPlugins.setErrorHandler(e -> errors++); // LEAK
    }

    @Override
    public void close() {
      errors = 0;
    }
  }
}
