package unclosed_http_response;

import org.apache.commons.httpclient.methods.GetMethod;
import org.apache.commons.httpclient.HttpStatus;
import jakarta.ws.rs.client.WebTarget;
import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;

public class Leaks {

  /** The method holds a connection of the pool once it was executed, whoever made it. */
  public static String neverGivenBack(org.apache.commons.httpclient.HttpClient client, String url)
      throws IOException {
    GetMethod get = prepared(url); // LEAK
    if (client.executeMethod(get) != HttpStatus.SC_OK) {
      throw new IOException("status " + get.getStatusLine());
    }
    return get.getResponseHeader("ETag").getValue();
  }

  private static GetMethod prepared(String url) {
    GetMethod get = new GetMethod(url);
    get.setFollowRedirects(true);
    return get;
  }

  public static int statusAlone(CloseableHttpClient client, String url) throws IOException {
    CloseableHttpResponse response = client.execute(new HttpGet(url)); // LEAK
    return response.getStatusLine().getStatusCode();
  }

  public static String errorStatus(CloseableHttpClient client, String url) throws IOException {
    CloseableHttpResponse response = client.execute(new HttpGet(url)); // LEAK
    if (response.getStatusLine().getStatusCode() != 200) {
      throw new IOException("status " + response.getStatusLine());
    }
    return EntityUtils.toString(response.getEntity());
  }

  public static int closedOnTheNormalPathOnly(
      org.apache.hc.client5.http.impl.classic.CloseableHttpClient client, String url)
      throws IOException {
    org.apache.hc.client5.http.impl.classic.CloseableHttpResponse response =
        client.execute(new org.apache.hc.client5.http.classic.methods.HttpGet(url)); // LEAK
    int length = response.getEntity().getContent().read();
    response.close();
    return length;
  }

  public static boolean okHttp(OkHttpClient client, Request request) throws IOException {
    Response response = client.newCall(request).execute(); // LEAK
    return response.isSuccessful();
  }

  public static boolean receiverOfAChain(OkHttpClient client, Request request) throws IOException {
    return client.newCall(request).execute().isRedirect(); // LEAK
  }

  public static String bodyOfASuccess(OkHttpClient client, Request request) throws IOException {
    Response response = client.newCall(request).execute(); // LEAK
    if (response.code() == 404) {
      return null;
    }
    return response.body().string();
  }

  public static int jdk(java.net.http.HttpClient client, java.net.http.HttpRequest request)
      throws Exception {
    return client
        .send(request, java.net.http.HttpResponse.BodyHandlers.ofInputStream())
        .body() // MISSED: what kind of body the handler makes is not followed
        .read();
  }

  public static int jaxRs(WebTarget target) {
    jakarta.ws.rs.core.Response response = target.request().get(); // LEAK
    return response.getStatus();
  }
}
