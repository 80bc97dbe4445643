package com.acme.p536;

import java.io.IOException;
import java.util.List;

public class RemoteInvoker {
    private final List<ExchangeChannel> channels;
    private final long timeoutMillis;

    public RemoteInvoker(List<ExchangeChannel> channels, long timeoutMillis) {
        this.channels = channels;
        this.timeoutMillis = timeoutMillis;
    }

    public Object invoke(Object invocation) throws Exception {
        IOException last = null;
        for (ExchangeChannel channel : channels) {
            try {
                return channel.request(invocation).await(timeoutMillis);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last != null ? last : new IOException("no channel");
    }
}
