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

  /** Whoever started it waits for its end, which closes the pipes. */
  public static int usage(String command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command, "--help").start();
    System.out.println(first(process));
    return process.waitFor();
  }

  private static int first(Process process) throws IOException {
    return process.getInputStream().read();
  }

  /** So does the one who reads. */
  public static int version(String command) throws IOException, InterruptedException {
    return all(new ProcessBuilder(command, "--version").start());
  }

  private static int all(Process process) throws IOException, InterruptedException {
    process.getInputStream().transferTo(System.out);
    return process.waitFor();
  }
}
