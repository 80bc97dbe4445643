package io.github.leakcheck.maven;

import org.apache.maven.plugin.logging.Log;

/** Levels of Maven's log; {@code -q} lets only the first pass. */
enum Loudness {
  ERROR,
  WARNING,
  INFO;

  void say(Log log, String message) {
    switch (this) {
      case ERROR -> log.error(message);
      case WARNING -> log.warn(message);
      case INFO -> log.info(message);
    }
  }
}
