package unclosed_xml_stream;

import javax.xml.parsers.DocumentBuilder;
import org.w3c.dom.Document;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.InputSource;

public class Clean {

  public static int closedInFinally(InputStream in) throws XMLStreamException {
    XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(in);
    try {
      return reader.next();
    } finally {
      reader.close();
    }
  }

  public static XMLStreamReader returned(InputStream in) throws XMLStreamException {
    return XMLInputFactory.newFactory().createXMLStreamReader(in);
  }

  /** The parser that asked for it closes it. */
  public static InputSource resolveEntity(File folder, String name) throws IOException {
    return new InputSource(new FileInputStream(new File(folder, name)));
  }

  /** The source is handed on with its stream. */
  static Document described(DocumentBuilder builder, java.net.URL url) throws Exception {
    InputSource source = new InputSource(url.toExternalForm());
    source.setByteStream(url.openStream());
    return parsed(builder, source);
  }

  private static Document parsed(DocumentBuilder builder, InputSource source) throws Exception {
    try {
      return builder.parse(source);
    } finally {
      source.getByteStream().close();
    }
  }

  /** A parser closes what it has read. */
  static Document parsed(DocumentBuilder builder, File file) throws Exception {
    return builder.parse(new InputSource(new FileInputStream(file)));
  }

  static Document parsedAsStream(DocumentBuilder builder, File file) throws Exception {
    return builder.parse(new FileInputStream(file));
  }
}
