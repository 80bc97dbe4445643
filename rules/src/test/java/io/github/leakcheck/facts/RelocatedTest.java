package io.github.leakcheck.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of classes that a shading plugin has moved. */
class RelocatedTest {
  @ParameterizedTest
  @CsvSource({
    "org.example.shaded.org.apache.http.HttpResponse, org.apache.http.HttpResponse",
    "com.example.jdbc.internal.apache.http.HttpResponse, org.apache.http.HttpResponse",
    "org.example.deps.io.netty.channel.Channel, io.netty.channel.Channel",
    "example.hadoop.thirdparty.com.google.common.io.Closer, com.google.common.io.Closer",
    "org.example.shaded.okhttp3.internal.Util, okhttp3.internal.Util",
    // their own packages, whatever words these have
    "org.apache.http.HttpResponse, org.apache.http.HttpResponse",
    "com.example.io.net.Wire, com.example.io.net.Wire",
    "okhttp3.internal.io.FileSystem, okhttp3.internal.io.FileSystem",
    "Plain, Plain",
    "org.example.com.Port, org.example.com.Port"
  })
  void findsTheFirstName(String type, String original) {
    assertThat(Relocated.original(type)).isEqualTo(original);
  }
}
