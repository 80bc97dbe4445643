package io.github.leakcheck.bytecode;

import java.io.Closeable;
import java.io.IOException;

/** Where declarations of JDK classes come from. */
interface JdkApi extends Closeable {
  /** The class file (bodies may be missing) of a binary name, null if the JDK has no such class. */
  byte[] read(String name);

  /** Whether {@link #read} finds the class. */
  boolean contains(String name);

  @Override
  default void close() throws IOException {}

  /**
   * The JDK of the release, as far as the running one knows it, else the running one.
   *
   * @param release Java release of the project
   */
  static JdkApi of(int release, RunningJdk running, Notes notes) {
    int feature = Runtime.version().feature();
    if (release < feature) {
      JdkApi older = SymbolFile.open(release, running, notes);
      return older == null ? running : older;
    }
    if (release > feature) {
      notes.remark("JDK " + feature + " stands for that of release " + release);
    }
    return running;
  }
}
