package org.acme;

import java.io.IOException;
import java.io.InputStream;

public class Service {
  public static int serve(String name) throws IOException {
    try (InputStream in = Inputs.input(name)) {
      return in.read();
    }
  }
}
