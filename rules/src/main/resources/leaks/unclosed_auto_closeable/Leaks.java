package unclosed_auto_closeable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.function.Supplier;
import javax.tools.JavaFileManager;
import javax.tools.ToolProvider;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

public class Leaks {

  /** A resource of the user's own. */
  static class Session implements AutoCloseable {
    private boolean open = true;

    Session() {}

    Session(String user) {
      if (user.isEmpty()) {
        throw new IllegalArgumentException("no user");
      }
    }

    static Session start(String user) {
      return new Session(user);
    }

    int run(String command) {
      if (!open) {
        throw new IllegalStateException("closed");
      }
      return command.length();
    }

    @Override
    public void close() {
      open = false;
    }
  }

  /** Closing the transaction closes the session. */
  static final class Transaction implements Closeable {
    private final Session session;

    Transaction(Session session) {
      this.session = session;
    }

    @Override
    public void close() {
      session.close();
    }
  }

  static final class Remote extends Session {
    Remote(String user) {
      super(user);
    }
  }

  public static int neverClosed() {
    Session session = new Session(); // LEAK
    return session.run("ls");
  }

  public static int usedInAChain() {
    return new Session().run("ls"); // LEAK
  }

  public static int closedOnTheNormalPathOnly(String command) {
    Session session = new Session("root"); // LEAK
    int code = session.run(command);
    session.close();
    return code;
  }

  public static int fromAFactory(String user) {
    Session session = Session.start(user); // LEAK
    return session.run("ls");
  }

  public static int subclass(String user) {
    Remote remote = new Remote(user); // LEAK
    return remote.run("ls");
  }

  public static int wrappedInAnother(String command) {
    Session session = new Session("root"); // LEAK
    Transaction transaction = new Transaction(session);
    int code = session.run(command);
    transaction.close();
    return code;
  }

  public static int anonymous() {
    Session session =
        new Session() { // LEAK
          @Override
          int run(String command) {
            return -1;
          }
        };
    return session.run("ls");
  }

  public static Supplier<Integer> insideALambda() {
    return () -> new Session().run("ls"); // LEAK
  }

  public static boolean notClosedInOneBranch(boolean quiet) {
    Session session = new Session(); // LEAK
    if (quiet) {
      return false;
    }
    session.close();
    return true;
  }

  public static void generatorOnAFile(File file) throws IOException {
    JsonGenerator json =
        new JsonFactory()
            .createGenerator(file, com.fasterxml.jackson.core.JsonEncoding.UTF8); // LEAK
    json.writeStartObject();
    json.writeEndObject();
    json.flush();
  }

  public static int indexReader(Directory directory) throws IOException {
    DirectoryReader reader = DirectoryReader.open(directory); // LEAK
    return reader.numDocs();
  }

  public static String[] directory(File folder) throws IOException {
    Directory directory = FSDirectory.open(folder.toPath()); // LEAK
    return directory.listAll();
  }

  public static boolean compilerFiles(String name) throws IOException {
    JavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null); // LEAK
    return files.hasLocation(javax.tools.StandardLocation.locationFor(name));
  }
}
