package unclosed_client;

import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.S3Object;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCursor;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.lettuce.core.RedisClient;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.BasicResponseHandler;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.openqa.selenium.remote.DesiredCapabilities;
import org.openqa.selenium.remote.RemoteWebDriver;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

public class Clean {

  private static final CloseableHttpClient SHARED = HttpClients.createDefault();

  public static String shared(String url) throws IOException {
    return SHARED.execute(new HttpGet(url), new BasicResponseHandler());
  }

  public static String tryWithResources(String url) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      return client.execute(new HttpGet(url), new BasicResponseHandler());
    }
  }

  public static String jaxRs(String url) {
    Client client = ClientBuilder.newClient();
    try {
      return client.target(url).request().get(String.class);
    } finally {
      client.close();
    }
  }

  public static void kafka(Properties properties, String topic) {
    Producer<String, String> producer = new KafkaProducer<>(properties);
    try {
      producer.send(new ProducerRecord<>(topic, "hello"));
    } finally {
      producer.close(Duration.ofSeconds(1));
    }
  }

  public static int mongo(String url) {
    int count = 0;
    try (MongoClient client = MongoClients.create(url);
        MongoCursor<Document> cursor =
            client.getDatabase("shop").getCollection("orders").find().iterator()) {
      while (cursor.hasNext()) {
        cursor.next();
        count++;
      }
    }
    return count;
  }

  public static String grpc(String target) {
    ManagedChannel channel = ManagedChannelBuilder.forTarget(target).build();
    try {
      return channel.authority();
    } finally {
      channel.shutdownNow();
    }
  }

  public static String redis(String url, String key) {
    RedisClient client = RedisClient.create(url);
    try {
      return client.connect().sync().get(key);
    } finally {
      client.shutdown();
    }
  }

  public static String[] ftp(String host) throws IOException {
    FTPClient ftp = new FTPClient();
    try {
      ftp.connect(host);
      return ftp.listNames();
    } finally {
      ftp.disconnect();
    }
  }

  public static String ssh(String user, String host) throws Exception {
    Session session = new JSch().getSession(user, host);
    try {
      session.connect();
      return session.getServerVersion();
    } finally {
      session.disconnect();
    }
  }

  public static int s3(AmazonS3 s3, String bucket, String key) throws IOException {
    try (S3Object object = s3.getObject(bucket, key)) {
      return object.getObjectContent().read();
    }
  }

  public static PutObjectRequest requestsAreNoClients(String bucket) {
    PutObjectRequest request = PutObjectRequest.builder().bucket(bucket).key("a").build();
    System.out.println(PutObjectRequest.builder().bucket(bucket).build().key());
    return request;
  }

  public static String browser(String url) {
    RemoteWebDriver browser = new RemoteWebDriver(new DesiredCapabilities());
    try {
      browser.get(url);
      return browser.getTitle();
    } finally {
      browser.quit();
    }
  }

  public static MongoClient returned(String url) {
    return MongoClients.create(url);
  }

  /** Before it is connected, a session holds nothing. */
  public static Session prepared(JSch shell, String host) throws JSchException {
    Session session = shell.getSession("user", host);
    session.setTimeout(1000);
    session.connect();
    return session;
  }

  static void upload(java.io.File file) throws InterruptedException {
    com.amazonaws.services.s3.transfer.TransferManager transfers =
        com.amazonaws.services.s3.transfer.TransferManagerBuilder.defaultTransferManager();
    try {
      transfers.upload("bucket", "key", file).waitForCompletion();
    } finally {
      transfers.shutdownNow(false);
    }
  }
}
