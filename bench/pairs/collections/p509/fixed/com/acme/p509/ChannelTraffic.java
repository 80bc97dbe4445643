package com.acme.p509;

public final class ChannelTraffic {
    private final String remote;
    private long read;
    private long wrote;

    public ChannelTraffic(String remote) {
        this.remote = remote;
    }

    public String remote() {
        return remote;
    }

    public void read(long n) {
        read += n;
    }

    public void wrote(long n) {
        wrote += n;
    }

    public long readCount() {
        return read;
    }

    public long wroteCount() {
        return wrote;
    }
}
