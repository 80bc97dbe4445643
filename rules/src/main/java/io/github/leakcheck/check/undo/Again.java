package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Body;
import java.util.regex.Pattern;

/** Tells methods that are there to run more than once on the same object. */
public final class Again {
  private static final Pattern NAMES =
      Pattern.compile(
          "re(load|start|connect|fresh|open|init|initiali[sz]e|configure|build|deploy|schedule"
              + "|subscribe|set|create|new|run)([A-Z].*)?");

  private Again() {}

  /** Whether the method's name says that what it does was done before. */
  public static boolean is(Body body) {
    return NAMES.matcher(body.flow().source().name()).matches();
  }
}
