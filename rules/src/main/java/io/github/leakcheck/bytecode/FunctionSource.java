package io.github.leakcheck.bytecode;

import java.util.Collection;
import java.util.function.Function;

/** The class path of a foreign host. */
record FunctionSource(Collection<String> names, Function<String, byte[]> bytes)
    implements ClassSource {
  @Override
  public byte[] read(String name) {
    try {
      return ClassSource.path(name) == null ? null : bytes.apply(name);
    } catch (RuntimeException failed) {
      return null; // as if the host did not have it
    }
  }

  @Override
  public String label() {
    return "class path of the host";
  }
}
