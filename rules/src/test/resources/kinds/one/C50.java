package one;

import java.io.*;
import java.net.*;
import java.util.*;
import java.util.zip.*;

/** Wrapper around a call result (owner elsewhere). */
class C50 {
  private Socket socket;
  private final InputStream in;

  C50(Socket s, InputStream in) {
    socket = s;
    this.in = in;
  }

  InputStream stream() {
    return in;
  }

  void closeAll() throws IOException {
    in.close();
    socket.close();
  }

  void m1() throws IOException {
    PrintWriter w = new PrintWriter(socket.getOutputStream(), true);
    w.println("hi");
  }

  String m2(Socket s) throws IOException {
    BufferedReader r = new BufferedReader(new InputStreamReader(s.getInputStream()));
    return r.readLine();
  }

  int m3() throws IOException {
    return new DataInputStream(stream()).readInt();
  }

  void servlet(jakarta.servlet.http.HttpServletResponse r) throws IOException {
    PrintWriter w = r.getWriter();
    w.println("x");
    OutputStream o = new BufferedOutputStream(r.getOutputStream());
    o.write(1);
    o.flush();
  }

  void request(jakarta.servlet.http.HttpServletRequest r) throws IOException {
    BufferedReader b = new BufferedReader(new InputStreamReader(r.getInputStream()));
    System.out.println(b.readLine());
  }

  interface Context {
    Writer out();

    InputStream body();
  }

  void context(Context c) throws IOException {
    BufferedWriter w = new BufferedWriter(c.out());
    w.write("x");
    w.flush();
  }

  int contextBody(Context c) throws IOException {
    InputStream in = new BufferedInputStream(c.body());
    return in.read();
  }

  void console() {
    Scanner s = new Scanner(System.console().reader());
    System.out.println(s.next());
  }

  private static C50 instance;

  static C50 get() {
    return instance;
  }

  static int fromSingleton() throws IOException {
    LineNumberReader r = new LineNumberReader(new InputStreamReader(get().stream()));
    return r.read();
  }
}
