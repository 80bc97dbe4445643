package unclosed_inflater;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

public class Leaks {

  public static int neverEnded(byte[] input, byte[] output) throws DataFormatException {
    Inflater inflater = new Inflater(); // LEAK
    inflater.setInput(input);
    return inflater.inflate(output);
  }

  public static int endedOnTheNormalPathOnly(byte[] input, byte[] output)
      throws DataFormatException {
    Inflater inflater = new Inflater(true); // LEAK
    inflater.setInput(input);
    int length = inflater.inflate(output);
    inflater.end();
    return length;
  }

  public static byte[] givenToAStream(byte[] input) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION); // LEAK
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(input);
    }
    return bytes.toByteArray();
  }
}
