package com.acme.p636;

final class Job {
    private final long id;
    private final String name;
    private final StringBuilder log = new StringBuilder();

    Job(long id, String name) {
        this.id = id;
        this.name = name;
    }

    long id() {
        return id;
    }

    void append(String line) {
        log.append(line).append('\n');
    }

    @Override
    public String toString() {
        return id + " " + name + " (" + log.length() + " chars)";
    }
}
