package org.acme.lone;

import android.database.sqlite.SQLiteDatabase;
import androidx.cursoradapter.widget.CursorAdapter;
import com.acme.net.Gateway;
import com.acme.net.Session;
import com.acme.store.Blob;
import com.acme.store.Codec;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lombok.Cleanup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Correct code of which little resolves. */
class Released {
  private static final Logger LOG = LoggerFactory.getLogger(Released.class);
  private final Gateway gateway = new Gateway();
  private Session kept;

  int inFinally(Blob blob) throws IOException {
    InputStream in = blob.content();
    try {
      return in.read() + gateway.parse(in);
    } finally {
      in.close();
    }
  }

  int inTry(Blob blob) throws IOException {
    try (InputStream in = blob.content();
        Session session = gateway.open()) {
      return session.send(in);
    }
  }

  void nullChecked(String sql) {
    Connection connection = null;
    PreparedStatement statement = null;
    try {
      connection = Gateway.connection();
      statement = connection.prepareStatement(sql);
      gateway.bind(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      LOG.error("failed", e);
    } finally {
      Gateway.closeQuietly(statement);
      Gateway.closeQuietly(connection);
    }
  }

  void loggedBetween() throws IOException {
    Session session = gateway.open();
    LOG.info("opened {}", session.getId());
    session.close();
  }

  void getters() throws IOException {
    Session session = new Session("x");
    String name = session.getName();
    session.close();
    gateway.use(name);
  }

  Session returned() throws IOException {
    Session session = new Session("x");
    session.setName("y");
    return session;
  }

  void stored() throws IOException {
    kept = new Session("x");
    kept.connect();
  }

  void close() {
    kept.close();
  }

  void borrowed() throws IOException {
    InputStream in = gateway.shared();
    gateway.parse(in);
  }

  void notOurs(PrintWriter out) throws IOException {
    out.println(gateway.read());
  }

  void passedOn(String name) throws IOException {
    gateway.register(new FileInputStream(name));
  }

  String lines(Blob blob) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Codec.decode(blob.content())))) {
      return reader.readLine();
    }
  }

  /** What it makes of the stream reads on from it. */
  Records keptByResult(String name) throws IOException {
    return Records.iterator(new FileInputStream(name));
  }

  /** That the method may throw anything is no sign that a counter does. */
  int counted() throws Exception {
    Session session = gateway.open();
    gateway.count("sessions");
    session.close();
    return gateway.total();
  }

  int cleanedUpByLombok(String name) throws IOException {
    @Cleanup InputStream in = new FileInputStream(name);
    if (in.read() < 0) {
      return 0;
    }
    return gateway.parse(in);
  }

  int cleanedUpInItsOwnWay() {
    @Cleanup("shut")
    Session session = gateway.open();
    return session.send(null);
  }

  InputStream openedForTheCaller(String name) throws IOException {
    return gateway.openInputStream(name);
  }

  void openedAndKept(String name) throws IOException {
    kept = gateway.openSession(name);
  }

  int openedAndClosed(String name) throws IOException {
    InputStream in = gateway.openInputStream(name);
    try {
      return gateway.parse(in);
    } finally {
      Gateway.closeQuietly(in);
    }
  }

  void shown(SQLiteDatabase db, CursorAdapter adapter) {
    adapter.changeCursor(db.rawQuery("SELECT * FROM trips", null));
  }

  /** Only waiting is interrupted. */
  static class Worker {
    private final Session session = new Session("x");
    private final CountDownLatch done = new CountDownLatch(1);

    void shutdown() throws InterruptedException {
      session.wakeup();
      try {
        if (!done.await(10, TimeUnit.SECONDS)) {
          LOG.warn("it does not react");
        }
      } finally {
        session.close();
      }
    }
  }
}
