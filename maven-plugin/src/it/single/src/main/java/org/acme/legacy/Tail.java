package org.acme.legacy;

import java.io.FileInputStream;
import java.io.IOException;

final class Tail {
  static int rest(String name) throws IOException {
    return new FileInputStream(name).available();
  }

  static int known(String name) throws IOException {
    // leakcheck:ignore unclosed-file-stream ends with the process
    return new FileInputStream(name).available();
  }
}
