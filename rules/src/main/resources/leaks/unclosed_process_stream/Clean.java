package unclosed_process_stream;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

public class Clean {

  public static int awaited(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  public static byte[] destroyed(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    try (InputStream out = process.getInputStream()) {
      return out.readAllBytes();
    } finally {
      process.destroy();
    }
  }

  public static Process returned(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
