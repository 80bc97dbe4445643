package one;

import java.io.*;
import java.nio.charset.*;
import java.nio.file.*;

/** Type: writer. */
class L27 {
  void fileWriter(String f) throws IOException {
    FileWriter w = new FileWriter(f); // LEAK
    w.write("x");
    w.flush();
  }

  void buffered(File f) throws IOException {
    BufferedWriter w = new BufferedWriter(new FileWriter(f)); // LEAK
    w.newLine();
    w.close();
  }

  void print(File f) throws IOException {
    PrintWriter w = new PrintWriter(f); // LEAK
    w.printf("%d", 3);
  }

  void stream(String f) throws IOException {
    Writer w = new OutputStreamWriter(new FileOutputStream(f), StandardCharsets.UTF_8); // LEAK
    w.append('c');
    w.close();
  }

  void files(Path p) throws IOException {
    BufferedWriter w = Files.newBufferedWriter(p, StandardOpenOption.APPEND); // LEAK
    w.write("more");
  }

  void swallow(String f) {
    PrintWriter w = null;
    try {
      w = new PrintWriter(new FileWriter(f)); // LEAK
      w.println("x");
    } catch (IOException e) {
      e.printStackTrace();
    } finally {
      if (w != null) {
        w.flush();
      }
    }
  }

  void append(Appendable a) throws IOException {
    FileWriter w = new FileWriter("x"); // LEAK
    w.append("x").append("y");
  }

  void branch(String f, Object o) throws IOException {
    Writer w = new FileWriter(f); // LEAK
    if (o instanceof String) {
      w.write((String) o);
      w.close();
    } else if (o instanceof Integer) {
      w.write((Integer) o);
    } else {
      w.close();
    }
  }
}
