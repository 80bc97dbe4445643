package io.github.leakcheck.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;

/** What {@link Replay} does, with the processor time of this JVM printed at the end. */
public final class Check {
  private Check() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Replay.main(arguments);
    System.out.println(Cost.CPU + Cost.millis(ManagementFactory.getOperatingSystemMXBean()));
  }
}
