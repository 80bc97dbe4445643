package com.acme.p501;

public interface RpcTransport {
    void publish(String queue, String correlationId, String replyTo, byte[] body);

    void onDelivery(java.util.function.BiConsumer<String, byte[]> consumer);
}
