package com.acme.p611;

import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;

public class RestClient implements AutoCloseable {
    private final ClientRuntime runtime;

    public RestClient(Function<URI, String> connector) {
        this.runtime = new ClientRuntime(connector, Integer.getInteger("rest.async.pool", 0));
    }

    public String get(URI uri) {
        return runtime.invoke(uri);
    }

    public void getAsync(URI uri, Consumer<String> callback) {
        runtime.submit(uri, callback);
    }

    @Override
    public void close() {
        runtime.close();
    }
}
