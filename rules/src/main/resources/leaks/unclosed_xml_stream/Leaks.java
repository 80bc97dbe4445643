package unclosed_xml_stream;

import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.Result;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamSource;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

public class Leaks {

  public static int neverClosed(InputStream in) throws XMLStreamException {
    XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(in); // LEAK(low)
    return reader.next();
  }

  public static void closedOnTheNormalPathOnly(OutputStream out) throws XMLStreamException {
    XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(out); // LEAK(low)
    writer.writeStartDocument();
    writer.writeEndDocument();
    writer.close();
  }

  public static void streamBeneath(File file, Result result) throws Exception {
    InputStream in = new FileInputStream(file); // LEAK: unclosed-file-stream
    TransformerFactory.newInstance().newTransformer().transform(new StreamSource(in), result);
  }

  /** Making the parser may fail before it has the stream. */
  public static Object parsed(File file) throws Exception {
    InputStream in = new FileInputStream(file); // LEAK: unclosed-file-stream
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(in));
  }

  /** Setting the parser up hardly fails, be it that it refuses or that the handler is none. */
  public static void handled(File file, XMLReader parser, ContentHandler handler) throws Exception {
    InputSource in = new InputSource(new FileInputStream(file)); // LEAK(low): unclosed-file-stream
    prepared(parser, handler).parse(in);
  }

  private static XMLReader prepared(XMLReader parser, ContentHandler handler) throws SAXException {
    if (handler == null) {
      throw new IllegalArgumentException("no handler");
    }
    parser.setFeature("http://xml.org/sax/features/namespaces", true);
    parser.setContentHandler(handler);
    return parser;
  }
}
