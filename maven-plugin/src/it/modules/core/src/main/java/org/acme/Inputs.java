package org.acme;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

public class Inputs {
  /** Whoever calls this owns what it returns: only the body says so. */
  public static InputStream input(String name) throws IOException {
    return new FileInputStream(name);
  }
}
