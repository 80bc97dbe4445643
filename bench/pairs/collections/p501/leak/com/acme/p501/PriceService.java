package com.acme.p501;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;

public class PriceService {
    private final RpcClient client;

    public PriceService(RpcClient client) {
        this.client = client;
    }

    public OptionalLong priceOf(String article) throws InterruptedException {
        try {
            byte[] answer = client.call(article.getBytes(StandardCharsets.UTF_8), 500);
            return OptionalLong.of(Long.parseLong(new String(answer, StandardCharsets.UTF_8)));
        } catch (TimeoutException e) {
            return OptionalLong.empty();
        }
    }
}
