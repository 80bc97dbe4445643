package io.github.leakcheck.bytecode;

import java.util.Collection;
import java.util.function.Function;

/** The class path of a foreign host. */
record FunctionSource(Collection<String> names, Function<String, byte[]> bytes)
    implements ClassSource {
  @Override
  public byte[] read(String name) {
    return ClassSource.path(name) == null ? null : bytes.apply(name);
  }

  @Override
  public String label() {
    return "class path of the host";
  }
}
