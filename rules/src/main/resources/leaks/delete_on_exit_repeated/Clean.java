package delete_on_exit_repeated;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

class Clean {
  private static final File SCRATCH = scratch();

  private static File scratch() {
    try {
      File folder = Files.createTempDirectory("scratch").toFile();
      folder.deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static File wanted(String name) throws IOException {
    File file = File.createTempFile(name, ".pdf", SCRATCH);
    if (Boolean.getBoolean("delete.files.on.exit")) {
      file.deleteOnExit();
    }
    return file;
  }

  static void remove(File file) {
    if (!file.delete()) {
      file.deleteOnExit();
    }
  }

  static void use(String name) throws IOException {
    remove(wanted(name));
  }

  private Clean() {}
}
