package io.github.leakcheck.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts load the jar in a class loader of their own, which the thread knows nothing of. */
class ForeignHostTest {
  private static final Path CLASSES = Path.of("target/classes");

  @TempDir Path folder;

  @Test
  void catalogueLoadsFromAJarAlone() throws Exception {
    URL[] jar = {jar().toUri().toURL()};
    try (URLClassLoader host = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
      Class<?> type = host.loadClass(Catalog.class.getName());
      assertThat(type).isNotSameAs(Catalog.class);
      Object catalog = type.getMethod("load", List.class).invoke(null, List.of());
      List<?> rules = (List<?>) type.getMethod("rules").invoke(catalog);
      assertThat(rules).hasSameSizeAs(Catalog.load(List.of()).rules());
    }
  }

  private Path jar() throws IOException {
    Path jar = folder.resolve("rules.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(CLASSES.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
