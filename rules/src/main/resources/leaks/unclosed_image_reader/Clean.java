package unclosed_image_reader;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

public class Clean {

  public static int closedAndDisposed(ImageReaderSpi spi, File file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file)) {
      ImageReader reader = spi.createReaderInstance();
      try {
        reader.setInput(in);
        return reader.getWidth(0);
      } finally {
        reader.dispose();
      }
    }
  }

  public static BufferedImage closedByTheReader(File file) throws IOException {
    return ImageIO.read(ImageIO.createImageInputStream(file));
  }

  public static BufferedImage fromAFile(File file) throws IOException {
    return ImageIO.read(file);
  }
}
