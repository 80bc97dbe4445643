package unclosed_url_stream;

import javax.imageio.stream.ImageInputStream;
import javax.imageio.ImageReader;
import javax.imageio.ImageIO;
import java.util.Iterator;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Properties;
import java.util.Scanner;

public class Leaks {

  public static int neverClosed(URL url) throws IOException {
    InputStream in = url.openStream(); // LEAK
    return in.read();
  }

  public static String scanned(URL url) throws IOException {
    return new Scanner(url.openStream()).useDelimiter("\\A").next(); // LEAK
  }

  public static String closedOnTheNormalPathOnly(String address) throws IOException {
    URLConnection connection = new URL(address).openConnection();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(connection.getInputStream())); // LEAK
    String line = reader.readLine();
    reader.close();
    return line;
  }

  public static Properties loaded(URL url) throws IOException {
    Properties properties = new Properties();
    properties.load(url.openStream()); // LEAK
    return properties;
  }

  /** Ends what it makes as it reads, and not the stream that it keeps. */
  static final class Picture {
    private final InputStream in;

    Picture(InputStream in) {
      this.in = in;
    }

    BufferedImage read() throws IOException {
      try (ImageInputStream image = ImageIO.createImageInputStream(in)) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
        ImageReader reader = readers.next();
        try {
          reader.setInput(image);
          return reader.read(0);
        } finally {
          reader.dispose();
        }
      }
    }
  }

  public static BufferedImage picture(URL url) throws IOException {
    Picture picture = new Picture(url.openStream()); // LEAK
    return picture.read();
  }

  public static int posted(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setDoOutput(true);
    OutputStream out = connection.getOutputStream(); // LEAK
    out.write(body);
    out.flush();
    return connection.getResponseCode();
  }

  /** Nobody who has the connection does more with it than this method. */
  public static String user(URL url, String token) throws IOException {
    URLConnection connection = url.openConnection();
    connection.addRequestProperty("Authorization", "Bearer " + token);
    return name(connection);
  }

  private static String name(URLConnection connection) throws IOException {
    Properties answer = new Properties();
    answer.load(new InputStreamReader(connection.getInputStream())); // LEAK
    return answer.getProperty("name");
  }
}
