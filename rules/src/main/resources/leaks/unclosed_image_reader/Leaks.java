package unclosed_image_reader;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;

public class Leaks {

  public static int streamNeverClosed(ImageReader reader, File file) throws IOException {
    ImageInputStream in = ImageIO.createImageInputStream(file); // LEAK
    reader.setInput(in);
    return reader.getWidth(0);
  }

  public static String formatOf(File file) throws IOException {
    ImageInputStream in = ImageIO.createImageInputStream(file); // LEAK
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    return readers.hasNext() ? readers.next().getFormatName() : null;
  }

  public static void closedOnTheNormalPathOnly(ImageWriter writer, IIOImage image, File file)
      throws IOException {
    FileImageOutputStream out = new FileImageOutputStream(file); // LEAK
    writer.setOutput(out);
    writer.write(null, image, null);
    out.close();
  }

  public static int readerNeverDisposed(ImageReaderSpi spi, ImageInputStream in)
      throws IOException {
    ImageReader reader = spi.createReaderInstance(); // LEAK
    reader.setInput(in);
    return reader.getNumImages(true);
  }

  public static boolean cached(BufferedImage image, Object target) throws IOException {
    return ImageIO.write(image, "png", ImageIO.createImageOutputStream(target)); // LEAK
  }
}
