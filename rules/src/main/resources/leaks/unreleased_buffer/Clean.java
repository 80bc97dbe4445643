package unreleased_buffer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;

public class Clean {

  public static String released(ByteBufAllocator allocator, byte[] bytes) {
    ByteBuf buffer = allocator.buffer();
    try {
      buffer.writeBytes(bytes);
      return ByteBufUtil.hexDump(buffer);
    } finally {
      buffer.release();
    }
  }

  public static void written(ChannelHandlerContext context, byte[] bytes) {
    ByteBuf buffer = context.alloc().buffer(bytes.length);
    buffer.writeBytes(bytes);
    context.writeAndFlush(buffer);
  }

  public static int releasedByUtility(ByteBufAllocator allocator) {
    ByteBuf buffer = allocator.ioBuffer(8);
    try {
      return buffer.writableBytes();
    } finally {
      ReferenceCountUtil.release(buffer);
    }
  }

  public static ByteBuf composed(ByteBufAllocator allocator, ByteBuf head) {
    CompositeByteBuf both = allocator.compositeBuffer();
    both.addComponents(true, head, allocator.buffer(16));
    return both;
  }

  public static int onTheHeap(byte[] bytes) {
    ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
    return buffer.readInt();
  }

  public static int view(ByteBuf source) {
    ByteBuf slice = source.slice(0, 4);
    return slice.readInt();
  }
}
