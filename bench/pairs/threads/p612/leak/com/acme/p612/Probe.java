package com.acme.p612;

import java.util.concurrent.Callable;

public final class Probe implements Callable<Boolean> {
    private final String name;
    private final Callable<Boolean> query;

    public Probe(String name, Callable<Boolean> query) {
        this.name = name;
        this.query = query;
    }

    public String name() {
        return name;
    }

    @Override
    public Boolean call() throws Exception {
        return query.call();
    }
}
