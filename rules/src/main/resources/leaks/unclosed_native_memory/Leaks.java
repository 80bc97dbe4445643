package unclosed_native_memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

public class Leaks {

  public static long neverClosed(long size) {
    Arena arena = Arena.ofConfined(); // LEAK
    return arena.allocate(size).address();
  }

  public static byte receiverOfAChain(long size) {
    MemorySegment segment = Arena.ofShared().allocate(size); // LEAK
    return segment.get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0);
  }

  public static long lostByAnEarlyReturn(String text) {
    Arena arena = Arena.ofConfined(); // LEAK
    MemorySegment segment = arena.allocateFrom(text);
    if (segment.byteSize() > 100) {
      return -1;
    }
    arena.close();
    return 0;
  }
}
