package unclosed_url_stream;

import java.net.URLConnection;
import java.util.zip.InflaterInputStream;
import java.util.zip.Inflater;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Scanner;

public class Clean {

  public static int tryWithResources(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      return in.read();
    }
  }

  public static String scanned(URL url) throws IOException {
    try (Scanner scanner = new Scanner(url.openStream()).useDelimiter("\\A")) {
      return scanner.next();
    }
  }

  public static String disconnected(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    try {
      return new BufferedReader(new InputStreamReader(connection.getInputStream())).readLine();
    } finally {
      connection.disconnect();
    }
  }

  public static InputStream returned(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    return connection.getInputStream();
  }

  public static boolean exists(URL url) throws IOException {
    InputStream in = null;
    try {
      in = url.openStream();
      return true;
    } catch (IOException e) {
      return false;
    } finally {
      if (in != null) {
        in.close();
      }
    }
  }

  public static InputStream inflated(URL url, Inflater inflater) throws IOException {
    InputStream in = url.openStream();
    return new InflaterInputStream(in, inflater);
  }

  /** What a connection is asked for twice is one stream. */
  public static InputStream checked(URL url, Inflater inflater) throws IOException {
    URLConnection connection = url.openConnection();
    InputStream raw = connection.getInputStream();
    InputStream in = unpacked(connection, inflater);
    System.getLogger("pages").log(System.Logger.Level.DEBUG, raw == in ? "plain" : "packed");
    return in;
  }

  private static InputStream unpacked(URLConnection connection, Inflater inflater)
      throws IOException {
    InputStream in = connection.getInputStream();
    return connection.getContentEncoding() == null ? in : new InflaterInputStream(in, inflater);
  }

  /** Whoever has the connection disconnects it. */
  public static String page(URL url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    try {
      return connection.getResponseCode() == 200 ? text(connection) : "";
    } finally {
      connection.disconnect();
    }
  }

  private static String text(HttpURLConnection connection) throws IOException {
    InputStream in = connection.getInputStream();
    String text = new String(in.readAllBytes());
    in.close();
    return text;
  }
}
