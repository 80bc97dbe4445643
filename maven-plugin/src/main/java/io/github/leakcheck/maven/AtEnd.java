package io.github.leakcheck.maven;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Work for the end of a build, when every module has had its turn, failed ones and those that never
 * ran included. A plugin learns of that moment only by listening along.
 */
final class AtEnd {
  private AtEnd() {}

  /**
   * Has something done at the end of the build, before Maven sums it up.
   *
   * @param name of the work, unique in the build; who comes later with the same name is not needed.
   *     Work is done in the order of the names.
   */
  static void run(Build build, String name, Work work) {
    Map<String, Runnable> all = build.shared("end", TreeMap::new);
    synchronized (all) {
      if (all.isEmpty()) {
        listen(build, all);
      }
      all.putIfAbsent(name, () -> run(build, work));
    }
  }

  /** Something to do, which may make the build fail. */
  interface Work {
    /** Throws what is to be the build's failure. */
    void run() throws Exception;
  }

  private static void run(Build build, Work work) {
    try {
      work.run();
    } catch (RuntimeException fault) {
      build
          .session()
          .getResult()
          .addException(
              new MojoExecutionException(
                  "leakcheck: " + fault + ". This is a fault of leakcheck, please report it.",
                  fault));
    } catch (Exception failure) {
      build.session().getResult().addException(failure);
    }
  }

  /** A proxy, as every version of Maven listens to more. */
  private static void listen(Build build, Map<String, Runnable> all) {
    ExecutionListener others = build.session().getRequest().getExecutionListener();
    Object proxy =
        Proxy.newProxyInstance(
            ExecutionListener.class.getClassLoader(),
            new Class<?>[] {ExecutionListener.class},
            (self, method, arguments) -> {
              if (method.getName().equals("sessionEnded")) {
                all.values().forEach(Runnable::run);
              }
              if (method.getDeclaringClass() == Object.class) {
                return method.invoke(all, arguments);
              }
              try {
                return others == null ? null : method.invoke(others, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
    build.session().getRequest().setExecutionListener((ExecutionListener) proxy);
  }
}
