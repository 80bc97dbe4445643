package org.acme;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

public class Two {
  public int first(String file) throws IOException {
    InputStream in = new FileInputStream(file);
    return in.read();
  }
}
