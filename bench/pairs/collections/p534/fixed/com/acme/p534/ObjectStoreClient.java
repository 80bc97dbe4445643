package com.acme.p534;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;

public class ObjectStoreClient {
    private final ConnectionManager connections = new ConnectionManager();
    private final URI endpoint;
    private final String credentials;

    public ObjectStoreClient(Map<String, String> configuration) throws URISyntaxException {
        this.endpoint = new URI(require(configuration, "endpoint"));
        this.credentials = require(configuration, "credentials");
        IdleReaper.registerManager(connections);
    }

    private static String require(Map<String, String> configuration, String key) {
        String value = configuration.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("missing setting " + key);
        }
        return value;
    }

    public String put(String bucket, String object, byte[] data) {
        try {
            System.arraycopy(data, 0, connections.buffer(), 0, Math.min(data.length, connections.buffer().length));
            return endpoint + "/" + bucket + "/" + object + "?sig=" + Integer.toHexString(credentials.hashCode());
        } finally {
            connections.checkin(System.currentTimeMillis());
        }
    }

    public void shutdown() {
        IdleReaper.removeManager(connections);
    }
}
