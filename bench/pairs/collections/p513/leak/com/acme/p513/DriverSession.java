package com.acme.p513;

public interface DriverSession {
    String execute(String statement);

    void shutdown();
}
