package com.acme.p503;

public final class RemoteClient {
    private final String id;
    private final String browserId;

    public RemoteClient(String id, String browserId) {
        this.id = id;
        this.browserId = browserId;
    }

    public String id() {
        return id;
    }

    public String browserId() {
        return browserId;
    }
}
