package com.acme.p715;

import java.util.function.Consumer;

final class Subscription {

    final String clientId;
    final int qos;
    final Consumer<byte[]> target;

    Subscription(String clientId, int qos, Consumer<byte[]> target) {
        this.clientId = clientId;
        this.qos = qos;
        this.target = target;
    }
}
