package unclosed_class_loader;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ServiceLoader;

public class Leaks {

  public static boolean has(URL jar, String resource) {
    URLClassLoader loader = new URLClassLoader(new URL[] {jar}); // LEAK
    return loader.findResource(resource) != null;
  }

  public static void run(URL[] jars) {
    ServiceLoader.load(Runnable.class, URLClassLoader.newInstance(jars)) // LEAK
        .forEach(Runnable::run);
  }

  public static String closedOnTheNormalPathOnly(URL[] jars, String name) throws Exception {
    URLClassLoader loader = new URLClassLoader(jars, null); // LEAK
    String text = loader.loadClass(name).getDeclaredConstructor().newInstance().toString();
    loader.close();
    return text;
  }

  public static int countManifests(URL[] jars) throws IOException {
    int count = 0;
    for (URL jar : jars) {
      URLClassLoader loader = new URLClassLoader(new URL[] {jar}); // LEAK
      if (loader.findResources("META-INF/MANIFEST.MF").hasMoreElements()) {
        count++;
      }
    }
    return count;
  }
}
