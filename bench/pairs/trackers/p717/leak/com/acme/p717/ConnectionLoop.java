package com.acme.p717;

import java.util.function.Function;

public class ConnectionLoop {

    private final HttpConnection connection;
    private final Function<String, byte[]> router;

    public ConnectionLoop(HttpConnection connection, Function<String, byte[]> router) {
        this.connection = connection;
        this.router = router;
    }

    public void onRequest(String path) {
        ResponseWriter writer = new ResponseWriter(connection);
        byte[] body = router.apply(path);
        writer.begin(body == null ? 404 : 200);
        if (body != null) {
            writer.put(body);
        }
        writer.complete();
    }
}
