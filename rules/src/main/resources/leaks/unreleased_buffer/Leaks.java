package unreleased_buffer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;

public class Leaks {

  public static String neverReleased(byte[] bytes) {
    ByteBuf buffer = PooledByteBufAllocator.DEFAULT.buffer(bytes.length); // LEAK
    buffer.writeBytes(bytes);
    return ByteBufUtil.hexDump(buffer);
  }

  public static int lostByAnExplicitThrow(ByteBufAllocator allocator, int size) {
    ByteBuf buffer = allocator.directBuffer(); // LEAK
    if (size < 0) {
      throw new IllegalArgumentException("size: " + size);
    }
    int capacity = buffer.capacity();
    buffer.release();
    return capacity;
  }

  public static boolean directUnpooled(int size) {
    ByteBuf buffer = Unpooled.directBuffer(size); // LEAK
    return buffer.isDirect();
  }

  public static int retained(ByteBuf source) {
    ByteBuf slice = source.retainedSlice(0, 4); // LEAK
    return slice.readInt();
  }
}
