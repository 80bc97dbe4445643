package unclosed_inflater;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
}
