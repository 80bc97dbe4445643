package com.acme.p508;

public interface WebSession {
    String id();

    boolean isNew();

    void setMaxInactive(int seconds);

    void onExpire(java.util.function.Consumer<WebSession> callback);
}
