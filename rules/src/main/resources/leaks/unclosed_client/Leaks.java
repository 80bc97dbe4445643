package unclosed_client;

import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.model.S3Object;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.lettuce.core.RedisClient;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.BasicResponseHandler;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.neo4j.driver.Driver;
import org.openqa.selenium.remote.DesiredCapabilities;
import org.openqa.selenium.remote.RemoteWebDriver;

public class Leaks {

  public static String http(String url) throws IOException {
    CloseableHttpClient client = HttpClients.createDefault(); // LEAK
    return client.execute(new HttpGet(url), new BasicResponseHandler());
  }

  public static String httpInAChain(String url) throws IOException {
    return HttpClients.createDefault() // LEAK
        .execute(new HttpGet(url), new BasicResponseHandler());
  }

  public static String jaxRs(String url) {
    Client client = ClientBuilder.newClient(); // LEAK
    return client.target(url).request().get(String.class);
  }

  public static void kafkaClosedOnTheNormalPathOnly(Properties properties, String topic)
      throws Exception {
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties); // MISSED: send() looks as if it handed the producer on
    Future<?> sent = producer.send(new ProducerRecord<>(topic, "hello"));
    sent.get();
    producer.close();
  }

  public static int kafkaConsumer(Properties properties) {
    KafkaConsumer<String, String> consumer = new KafkaConsumer<>(properties); // LEAK
    return consumer.listTopics().size();
  }

  public static String mongo(String url) {
    MongoClient client = MongoClients.create(url); // LEAK
    return client.getDatabase("admin").getName();
  }

  public static String grpc(String target) {
    ManagedChannel channel =
        ManagedChannelBuilder.forTarget(target)
            .usePlaintext()
            .build(); // LEAK
    return channel.authority();
  }

  public static int rabbit(ConnectionFactory factory) throws Exception {
    Connection connection = factory.newConnection(); // LEAK
    return connection.getChannelMax();
  }

  public static String redis(String url, String key) {
    RedisClient client =
        RedisClient.create(url); // MISSED: connect() hands the client to the connection
    try (var connection = client.connect()) {
      return connection.sync().get(key);
    }
  }

  public static String[] ftp(String host) throws IOException {
    FTPClient ftp = new FTPClient(); // LEAK
    ftp.connect(host);
    return ftp.listNames();
  }

  public static String ssh(String user, String host) throws Exception {
    Session session =
        new JSch().getSession(user, host); // MISSED: connect() hands the session to a thread
    session.connect();
    return session.getServerVersion();
  }

  public static String s3(AmazonS3 s3, String bucket, String key) {
    S3Object object = s3.getObject(bucket, key); // LEAK
    return object.getObjectMetadata().getETag();
  }

  public static String graph(Driver driver) {
    org.neo4j.driver.Session session = driver.session(); // LEAK
    return session.lastBookmarks().toString();
  }

  public static String browser(String url) {
    RemoteWebDriver browser = new RemoteWebDriver(new DesiredCapabilities()); // LEAK
    browser.get(url);
    return browser.getTitle();
  }

  public static String pool(HikariConfig config) {
    HikariDataSource pool = new HikariDataSource(config); // LEAK
    return pool.getPoolName();
  }

  static void upload(java.io.File file) throws InterruptedException {
    com.amazonaws.services.s3.transfer.TransferManager transfers =
        com.amazonaws.services.s3.transfer.TransferManagerBuilder.defaultTransferManager(); // LEAK
    transfers.upload("bucket", "key", file).waitForCompletion();
  }
}
