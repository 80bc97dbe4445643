package unclosed_class_loader;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;

public class Clean {

  public static void tryWithResources(URL[] jars) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(jars)) {
      ServiceLoader.load(Runnable.class, loader).forEach(Runnable::run);
    }
  }

  public static ClassLoader returned(URL[] jars) {
    return new URLClassLoader(jars, Clean.class.getClassLoader());
  }

  public static void kept(Map<String, ClassLoader> loaders, String plugin, URL[] jars) {
    loaders.put(plugin, new URLClassLoader(jars));
  }

  public static void ofAThread(Thread thread, URL[] jars) {
    thread.setContextClassLoader(new URLClassLoader(jars));
  }

  public static byte[] withAStream(URL[] jars, String name) throws IOException {
    try (URLClassLoader loader = new URLClassLoader(jars)) {
      return loader.getResourceAsStream(name).readAllBytes();
    }
  }

  /** Has nothing to open before it is told where to look. */
  static final class Plugins extends URLClassLoader {
    Plugins(ClassLoader parent) {
      super(new URL[0], parent);
    }

    void read(Path list) throws IOException {
      if (Files.size(list) == 0) {
        throw new IOException("no plugins: " + list);
      }
    }
  }

  public static ClassLoader plugins(Path list) throws IOException {
    Plugins plugins = new Plugins(Clean.class.getClassLoader());
    plugins.read(list);
    return plugins;
  }
}
