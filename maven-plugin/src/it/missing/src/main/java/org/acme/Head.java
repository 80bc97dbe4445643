package org.acme;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.notthere.Thing;

final class Head {
  static int first(String name) throws IOException {
    InputStream in = new FileInputStream(name);
    return Thing.of(in.read());
  }
}
