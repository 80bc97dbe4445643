package object_stream_never_reset;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;

public class Clean {
  static class Link {
    private final ObjectOutputStream out;
    private int sent;

    Link(OutputStream raw) throws IOException {
      out = new ObjectOutputStream(raw);
    }

    synchronized void send(Serializable message) throws IOException {
      out.writeObject(message);
      if (++sent % 100 == 0) {
        out.reset();
      }
    }
  }

  /** Says hello once, and then something else. */
  static class Greeting {
    private final ObjectOutputStream out;

    Greeting(OutputStream raw, Serializable hello) throws IOException {
      out = new ObjectOutputStream(raw);
      out.writeObject(hello);
    }

    void beat() throws IOException {
      out.writeByte(0);
      out.writeObject("beat");
    }
  }

  public static void saves(OutputStream raw, Serializable all) throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(raw)) {
      out.writeObject(all);
    }
  }

  public static void sends(Link link, String text) throws IOException {
    link.send(text);
  }

  public static void greets(OutputStream raw) throws IOException {
    new Greeting(raw, "hello").beat();
  }
}
