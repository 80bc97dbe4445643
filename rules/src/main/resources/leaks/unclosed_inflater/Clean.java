package unclosed_inflater;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;
import java.io.PushbackInputStream;
import java.io.InputStream;
import java.io.FilterInputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

public class Clean {

  public static int ended(byte[] input, byte[] output) throws DataFormatException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(input);
      return inflater.inflate(output);
    } finally {
      inflater.end();
    }
  }

  public static byte[] ownOfTheStream(byte[] input) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(input);
    }
    return bytes.toByteArray();
  }

  public static byte[] givenToAStream(byte[] input) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(input);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** To write to memory never fails. */
  public static byte[] toMemory(byte[][] rows, int level) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(level);
    DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater);
    for (byte[] row : rows) {
      out.write(row);
    }
    out.close();
    deflater.end();
    return bytes.toByteArray();
  }

  /** Its own close() ends what its superclass leaves open. */
  static final class Ended extends InflaterInputStream {
    private Ended(InputStream in, Inflater inflater) {
      super(in, inflater);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }

  /** The class above closes what lies in its field. */
  static final class Guessing extends FilterInputStream {
    Guessing(InputStream wrapped) throws IOException {
      super(null);
      PushbackInputStream head = new PushbackInputStream(wrapped);
      int first = head.read();
      head.unread(first);
      in = new Ended(head, new Inflater(first != 0x78));
    }
  }
}
