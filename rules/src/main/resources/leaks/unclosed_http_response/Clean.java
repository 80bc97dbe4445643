package unclosed_http_response;

import jakarta.ws.rs.client.WebTarget;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.apache.http.HttpResponse;
import org.apache.commons.httpclient.methods.GetMethod;
import org.apache.http.client.HttpClient;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.BasicResponseHandler;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

public class Clean {

  public static int tryWithResources(CloseableHttpClient client, String url) throws IOException {
    try (CloseableHttpResponse response = client.execute(new HttpGet(url))) {
      return response.getStatusLine().getStatusCode();
    }
  }

  public static String handler(CloseableHttpClient client, String url) throws IOException {
    return client.execute(new HttpGet(url), new BasicResponseHandler());
  }

  public static int consumed(CloseableHttpClient client, String url) throws IOException {
    HttpResponse response =
        client.execute(new HttpGet(url));
    try {
      return response.getStatusLine().getStatusCode();
    } finally {
      EntityUtils.consumeQuietly(response.getEntity());
    }
  }

  public static int givenBackByTheRequest(HttpClient client, String url) throws IOException {
    HttpGet get = new HttpGet(url);
    HttpResponse response = client.execute(get);
    try {
      return response.getEntity().getContent().read();
    } finally {
      get.releaseConnection();
    }
  }

  public static int status(org.apache.commons.httpclient.HttpClient client, String url)
      throws IOException {
    GetMethod get = new GetMethod(url);
    try {
      return client.executeMethod(get);
    } finally {
      get.releaseConnection();
    }
  }

  public static int fifth(
      org.apache.hc.client5.http.impl.classic.CloseableHttpClient client, String url)
      throws IOException {
    return client.execute(
        new org.apache.hc.client5.http.classic.methods.HttpGet(url), response -> response.getCode());
  }

  public static String okHttp(OkHttpClient client, Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      return response.body().string();
    }
  }

  public static int closedThroughTheBody(OkHttpClient client, Request request) throws IOException {
    Response response = client.newCall(request).execute();
    try (ResponseBody body = response.body()) {
      return body.byteStream().read();
    }
  }

  public static InputStream returned(OkHttpClient client, Request request) throws IOException {
    return client.newCall(request).execute().body().byteStream();
  }

  public static String jaxRs(WebTarget target) {
    jakarta.ws.rs.core.Response response = target.request().get();
    try {
      return response.readEntity(String.class);
    } finally {
      response.close();
    }
  }

  public static jakarta.ws.rs.core.Response serverSide(String text) {
    return jakarta.ws.rs.core.Response.ok(text).build();
  }

  /** Closing the client closes its connections. */
  public static int closedWithItsClient(String url) throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      HttpResponse response = client.execute(new HttpGet(url));
      return response.getStatusLine().getStatusCode();
    }
  }

  /** The stream is a part of the response, whatever others do with it. */
  static int firstOf(org.apache.http.HttpEntity entity) throws IOException {
    try (InputStream in = entity.getContent()) {
      return in.read();
    }
  }

  static long skipped(org.apache.http.HttpEntity entity) throws IOException {
    try (InputStream in = entity.getContent()) {
      return in.skip(100);
    }
  }

  static int first(org.apache.http.impl.client.CloseableHttpClient client) throws IOException {
    try (org.apache.http.client.methods.CloseableHttpResponse response =
        client.execute(new org.apache.http.client.methods.HttpGet("http://localhost/size"))) {
      return response.getEntity().getContent().read();
    }
  }
}
