package unclosed_native_memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

public class Clean {

  public static long tryWithResources(long size) {
    try (Arena arena = Arena.ofConfined()) {
      return arena.allocate(size).byteSize();
    }
  }

  public static MemorySegment freesItself(long size) {
    return Arena.ofAuto().allocate(size);
  }

  public static MemorySegment forEver(String text) {
    Arena arena = Arena.global();
    return arena.allocateFrom(text);
  }
}
