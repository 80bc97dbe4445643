package io.github.leakcheck.bytecode;

import java.util.Collection;
import java.util.List;

/** Stands for what could not be opened. */
record EmptySource(String label) implements ClassSource {
  @Override
  public byte[] read(String name) {
    return null;
  }

  @Override
  public Collection<String> names() {
    return List.of();
  }
}
