package delete_on_exit_repeated;

import java.io.File;
import java.io.IOException;

class Leaks {
  static File report(String name) throws IOException {
    File file = File.createTempFile(name, ".pdf");
    file.deleteOnExit(); // LEAK
    return file;
  }

  static File kept(String name) throws IOException {
    File file = File.createTempFile(name, ".pdf");
    if (System.getProperty("keep.files") == null) {
      file.deleteOnExit(); // LEAK
    }
    return file;
  }

  static void use(String name) throws IOException {
    report(name).delete();
    kept(name).delete();
  }

  private Leaks() {}
}
