package unclosed_watch_service;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

public class Leaks {

  public static boolean changed(Path folder) throws IOException {
    WatchService watcher = FileSystems.getDefault().newWatchService(); // LEAK
    folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
    return watcher.poll() != null;
  }

  public static WatchKey closedOnTheNormalPathOnly(Path folder) throws Exception {
    WatchService watcher = folder.getFileSystem().newWatchService(); // LEAK
    folder.register(watcher, StandardWatchEventKinds.ENTRY_MODIFY);
    WatchKey key = watcher.poll(1, TimeUnit.SECONDS);
    watcher.close();
    return key;
  }
}
