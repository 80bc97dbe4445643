package io.github.leakcheck.maven.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * GitHub's fingerprint of every line of a file: a rolling hash over the hundred characters from the
 * line's start, blanks left out, and a counter for equal hashes. The numbers are fixed by what code
 * scanning computes itself for uploads without fingerprints.
 */
final class LineHashes {
  private static final int WINDOW = 100;
  private static final long FACTOR = 37;
  private static final long LEAVING = power(WINDOW);
  private static final char END = 0xffff;

  private final long[] window = new long[WINDOW];
  private final int[] lineAt = new int[WINDOW];
  private final Map<String, Integer> seen = new HashMap<>();
  private final List<String> hashes = new ArrayList<>();
  private long hash;
  private int next;

  private LineHashes() {}

  /** The hashes of all lines in order: {@code 39fa2ee980eb94b0:1}. */
  static List<String> of(String text) {
    LineHashes rolling = new LineHashes();
    rolling.readAll(text);
    for (int i = 0; i < WINDOW; i++) {
      rolling.emitOldest();
      rolling.roll(0);
    }
    return List.copyOf(rolling.hashes);
  }

  private void readAll(String text) {
    int line = 0;
    boolean atLineStart = true;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : END;
      boolean secondOfLineEnd = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
      if (c == ' ' || c == '\t' || secondOfLineEnd) {
        continue;
      }
      emitOldest();
      if (atLineStart) {
        lineAt[next] = ++line;
      }
      atLineStart = c == '\n' || c == '\r';
      roll(atLineStart ? '\n' : c);
    }
  }

  private void emitOldest() {
    if (lineAt[next] > 0) {
      lineAt[next] = 0;
      String hex = Long.toHexString(hash);
      hashes.add(hex + ":" + seen.merge(hex, 1, Integer::sum));
    }
  }

  private void roll(long entering) {
    hash = FACTOR * hash + entering - LEAVING * window[next];
    window[next] = entering;
    next = (next + 1) % WINDOW;
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= FACTOR;
    }
    return power;
  }
}
