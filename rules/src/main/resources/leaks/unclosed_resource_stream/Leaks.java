package unclosed_resource_stream;

import jakarta.servlet.ServletContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.util.StreamUtils;

public class Leaks {

  public static Properties argument() throws IOException {
    Properties properties = new Properties();
    properties.load(Leaks.class.getResourceAsStream("/version.properties")); // LEAK
    return properties;
  }

  public static int neverClosed(String name) throws IOException {
    InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name); // LEAK
    return in == null ? -1 : in.read();
  }

  public static String firstLine(String name) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(ClassLoader.getSystemResourceAsStream(name))); // LEAK
    return reader.readLine();
  }

  public static byte[] closedOnTheNormalPathOnly(String name) throws IOException {
    InputStream in = Leaks.class.getResourceAsStream(name); // LEAK
    byte[] bytes = in.readAllBytes();
    in.close();
    return bytes;
  }

  public static String springs(Resource resource) throws IOException {
    return StreamUtils.copyToString(resource.getInputStream(), StandardCharsets.UTF_8); // LEAK
  }

  public static Properties settings(ServletContext application) throws IOException {
    Properties settings = new Properties();
    InputStream in = application.getResourceAsStream("/WEB-INF/app.properties"); // LEAK
    settings.load(in);
    return settings;
  }
}
