package unclosed_process_stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

public class Leaks {

  public static long neverAwaited(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start(); // LEAK(low)
    return process.pid();
  }

  public static String lineOfOutput(String command) throws IOException {
    Process process = Runtime.getRuntime().exec(command); // LEAK
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream()));
    return out.readLine();
  }

  public static int awaitedOnTheNormalPathOnly(List<String> command) throws Exception {
    Process process = new ProcessBuilder(command).start(); // LEAK
    while (process.getInputStream().read() >= 0) {
      continue;
    }
    return process.waitFor();
  }

  /** Whoever started it leaves it to the one who reads. */
  public static String usage(String command) throws IOException {
    Process process = new ProcessBuilder(command, "--help").start(); // LEAK(low)
    return firstLine(process);
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream())); // LEAK
    return out.readLine();
  }
}
