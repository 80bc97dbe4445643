package org.acme.lone;

import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import com.acme.net.Gateway;
import com.acme.net.Session;
import com.acme.store.Blob;
import com.acme.store.Codec;
import com.acme.store.Volume;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What calls of unknown methods return, told by what they are put into. */
class Acquired {
  private final Gateway gateway = new Gateway();

  int closedOnOneWay(Blob blob) throws IOException {
    InputStream in = blob.content(); // LEAK
    int first = in.read();
    in.close();
    return first;
  }

  String wrapped() throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(gateway.response())); // LEAK
    String line = reader.readLine();
    reader.close();
    return line;
  }

  int chosen(boolean cached, Blob blob) throws IOException {
    InputStream in = cached ? blob.cache() : blob.content(); // LEAK
    int first = in.read();
    in.close();
    return first;
  }

  void statements(String sql) throws SQLException {
    Connection connection = Gateway.connection(); // LEAK
    PreparedStatement statement = connection.prepareStatement(sql); // LEAK
    statement.executeUpdate();
    statement.close();
    connection.close();
  }

  /** Of two classes that nobody can find one is closed here, so it can be closed. */
  void ownType() throws IOException {
    Session session = gateway.open(); // LEAK
    session.transfer();
    session.close();
  }

  boolean madeHere(String name) {
    Session session = new Session(name); // LEAK
    if (session.isStale()) {
      return false;
    }
    session.close();
    return true;
  }

  void sameFolder() throws IOException {
    Neighbour neighbour = Neighbour.create(); // LEAK
    neighbour.work();
    neighbour.close();
  }

  void closedByHelper(Blob blob) throws IOException {
    InputStream in = blob.content(); // LEAK
    gateway.send(in.read());
    Gateway.closeSilently(in);
  }

  /** The caller prepares for IOException: the unknown call is what throws it. */
  void unknownCallThrows(String name) {
    try {
      FileInputStream in = new FileInputStream(name); // LEAK
      Codec.decode(in);
      in.close();
    } catch (IOException e) {
      gateway.report(e);
    }
  }

  void unknownWrapperOfKnown(String name) throws IOException {
    Writer writer = new BufferedWriter(Codec.encode(new FileWriter(name))); // LEAK
    writer.write('x');
    writer.close();
  }

  void copied(Blob blob) throws IOException {
    OutputStream out = blob.sink(); // LEAK
    gateway.copy(blob, out);
    out.flush();
    out.close();
  }

  Records read(String name) throws IOException {
    return Records.parse(new FileInputStream(name)); // LEAK
  }

  int used() throws Exception {
    Session session = gateway.open(); // LEAK
    gateway.exchange(session);
    session.close();
    return gateway.total();
  }

  /** A method that says it opens something returns it fresh, whoever declares it. */
  Thumb opened(Gateway gateway, String name) throws IOException {
    InputStream in = gateway.openInputStream(name); // LEAK
    return Thumb.decode(in, null);
  }

  long openedAndLeft(Gateway gateway, String name) throws IOException {
    Blob blob = gateway.openBlob(name); // LEAK
    if (blob.size() > 1 << 20) {
      return -1;
    }
    try {
      return blob.checksum();
    } finally {
      Gateway.closeQuietly(blob);
    }
  }

  /** Nothing tells the type of what {@code execute} is called on but the package of its result. */
  String chained(OkHttpClient http, Request request) throws IOException {
    Response response = http.newCall(request).execute(); // LEAK
    if (!response.isSuccessful()) {
      return null;
    }
    return response.body().string();
  }

  /** The class of what {@code query} is called on is not told, yet Android has only one kind. */
  boolean queried(Context context, Uri uri, String number) {
    Cursor cursor = context.getContentResolver().query(uri, null, null, null, null); // LEAK
    while (cursor.moveToNext()) {
      if (number.equals(cursor.getString(0))) {
        return true;
      }
    }
    return false;
  }

  /** An empty collection and a number come from no outside. */
  int nothingThrows(String name) throws IOException {
    InputStream in = new FileInputStream(name);
    List<String> seen = Gateway.newList();
    int times = gateway.numSessions();
    try {
      seen.add(name);
      return in.read() + times;
    } finally {
      in.close();
    }
  }

  int openedByItsOwnType(String file) throws IOException {
    Volume volume = Volume.open(file); // LEAK
    return volume.size();
  }

  int openedAndClosed(String file) throws IOException {
    Volume volume = Volume.open(file);
    try {
      return volume.size();
    } finally {
      volume.close();
    }
  }
}
