package one;

import java.io.*;
import java.util.*;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Type: other library. */
class L32 {
  String get(String url) throws IOException {
    CloseableHttpClient c = HttpClients.createDefault(); // LEAK
    return c.execute(new HttpGet(url)).getStatusLine().toString();
  }

  int status(CloseableHttpClient c, String url) throws IOException {
    CloseableHttpResponse r = c.execute(new HttpGet(url)); // LEAK
    return r.getStatusLine().getStatusCode();
  }

  String redis(String key) {
    Jedis j = new Jedis("localhost"); // LEAK
    return j.get(key);
  }

  String pooled(JedisPool pool, String key) {
    Jedis j = pool.getResource(); // LEAK
    return j.get(key);
  }

  void produce(Properties p) {
    KafkaProducer<String, String> k = new KafkaProducer<>(p); // LEAK
    k.flush();
  }

  int pages(File f) throws IOException {
    PDDocument d = org.apache.pdfbox.Loader.loadPDF(f); // LEAK
    return d.getNumberOfPages();
  }

  void newPdf(File f) throws IOException {
    PDDocument d = new PDDocument(); // LEAK
    d.save(f);
    d.close();
  }

  void tar(File f) throws IOException {
    TarArchiveInputStream t = new TarArchiveInputStream(new FileInputStream(f)); // LEAK
    System.out.println(t.getNextEntry());
  }

  void zip(File f) throws IOException {
    ZipArchiveOutputStream z = new ZipArchiveOutputStream(f); // LEAK
    z.setComment("x");
    z.finish();
  }

  void csv(String f) throws IOException {
    CSVPrinter p = new CSVPrinter(new FileWriter(f), CSVFormat.DEFAULT); // LEAK
    p.printRecord("a", "b");
  }

  int sheets(String f) throws IOException {
    XSSFWorkbook w = new XSSFWorkbook(f); // LEAK(typed)
    return w.getNumberOfSheets();
  }
}
