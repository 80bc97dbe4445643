package unclosed_auto_closeable;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.io.input.CharSequenceReader;
import org.apache.commons.io.output.StringBuilderWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

public class Clean {

  /** A resource of the user's own. */
  static class Session implements AutoCloseable {
    private Session parent;

    Session() {}

    Session(Session parent) {
      this.parent = parent;
    }

    int run(String command) {
      return command.length();
    }

    Session with(String option) {
      return this;
    }

    @Override
    public void close() {
      if (parent != null) {
        parent.close();
      }
    }
  }

  /** Keeps what it is given and closes it. */
  static final class Pool implements AutoCloseable {
    private final Deque<Session> idle = new ArrayDeque<>();

    void give(Session session) {
      idle.push(session);
    }

    @Override
    public void close() {
      while (!idle.isEmpty()) {
        idle.pop().close();
      }
    }
  }

  public static int tryWithResources() {
    try (Session session = new Session()) {
      return session.run("ls");
    }
  }

  public static int fluent() {
    try (Session session = new Session().with("colour").with("sound")) {
      return session.run("ls");
    }
  }

  public static int closedThroughTheOuter() {
    try (Session session = new Session(new Session())) {
      return session.run("ls");
    }
  }

  public static Session returned(boolean nested) {
    Session session = new Session();
    return nested ? new Session(session) : session;
  }

  public static void handedToAPool(Pool pool) {
    pool.give(new Session());
  }

  public static Optional<Session> inAnOptional() {
    return Optional.of(new Session());
  }

  public static List<Session> inAList(int size) {
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sessions.add(new Session());
    }
    return sessions;
  }

  public static void inAMap(Map<String, Session> sessions, String name) {
    sessions.put(name, new Session());
  }

  public static void asAPromise(CompletableFuture<Session> promise) {
    promise.complete(new Session());
  }

  public static AutoCloseable lambda(List<String> log) {
    return () -> log.add("closed");
  }

  public static int pool() {
    return ForkJoinPool.commonPool().getParallelism();
  }

  public static void container(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().println(request.getReader().readLine());
  }

  public static Map<?, ?> takenByJackson(File file, ObjectMapper mapper) throws IOException {
    return mapper.readValue(new FileInputStream(file), Map.class);
  }

  public static String memory(ObjectMapper mapper, byte[] bytes) throws IOException {
    StringWriter text = new StringWriter();
    JsonGenerator json = mapper.getFactory().createGenerator(text);
    json.writeObject(mapper.readTree(new ByteArrayInputStream(bytes)));
    json.flush();
    StringBuilderWriter copy = new StringBuilderWriter();
    copy.append((char) new CharSequenceReader(text.toString()).read());
    return copy.toString();
  }

  public static Directory memoryIndex() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    directory.syncMetaData();
    return null;
  }
}
