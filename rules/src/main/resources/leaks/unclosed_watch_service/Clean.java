package unclosed_watch_service;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;

public class Clean {

  public static boolean tryWithResources(Path folder) throws IOException {
    try (WatchService watcher = folder.getFileSystem().newWatchService()) {
      folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
      return watcher.poll() != null;
    }
  }

  public static WatchService returned() throws IOException {
    return FileSystems.getDefault().newWatchService();
  }
}
