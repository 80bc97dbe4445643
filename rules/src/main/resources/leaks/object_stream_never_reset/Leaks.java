package object_stream_never_reset;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;

public class Leaks {
  static class Link {
    private final ObjectOutputStream out;

    Link(OutputStream raw) throws IOException {
      out = new ObjectOutputStream(raw);
    }

    synchronized void send(Serializable message) throws IOException {
      out.writeObject(message); // LEAK
      out.flush();
    }
  }

  static class Journal implements AutoCloseable {
    private final ObjectOutputStream out;

    Journal(OutputStream raw) throws IOException {
      out = new ObjectOutputStream(raw);
    }

    void append(String entry) throws IOException {
      out.writeUnshared(entry); // LEAK
    }

    void append(List<String> entries) throws IOException {
      for (String entry : entries) {
        out.writeUnshared(entry); // LEAK(low)
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  public static void sends(Link link, String text) throws IOException {
    link.send(text);
  }

  public static void appends(OutputStream raw, String entry, List<String> entries) throws IOException {
    try (Journal journal = new Journal(raw)) {
      journal.append(entries);
      journal.append(entry);
    }
  }
}
