package unclosed_resource_stream;

import jakarta.servlet.ServletContext;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.util.FileCopyUtils;

public class Clean {

  public static Properties tryWithResources() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Clean.class.getResourceAsStream("/version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    }
    return properties;
  }

  public static InputStream returned(String name) {
    InputStream in = Clean.class.getResourceAsStream(name);
    return in != null ? in : ClassLoader.getSystemResourceAsStream(name);
  }

  public static InputStream missing(String name) throws IOException {
    InputStream in = Clean.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no resource " + name);
    }
    return in;
  }

  public static String closedByTheCopy(Resource resource) throws IOException {
    return FileCopyUtils.copyToString(
        new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8));
  }

  public static int saved(String name, String path) throws IOException {
    try (InputStream in = Clean.class.getResourceAsStream(name);
        FileOutputStream out = new FileOutputStream(path)) {
      return StreamCount.copied(in, out);
    }
  }

  /** Only reads. */
  private static final class StreamCount {
    static int copied(InputStream in, FileOutputStream out) throws IOException {
      return (int) in.transferTo(out);
    }
  }

  public static int memory(byte[] bytes) throws IOException {
    ByteArrayResource resource = new ByteArrayResource(bytes);
    return resource.getInputStream().read();
  }

  public static Properties settings(ServletContext application) throws IOException {
    Properties settings = new Properties();
    try (InputStream in = application.getResourceAsStream("/WEB-INF/app.properties")) {
      settings.load(in);
    }
    return settings;
  }
}
