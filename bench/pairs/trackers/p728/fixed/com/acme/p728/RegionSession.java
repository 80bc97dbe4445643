package com.acme.p728;

import java.io.IOException;
import java.io.OutputStream;

public class RegionSession implements AutoCloseable {

    private final ChannelFactory factory;
    private final String host;

    public RegionSession(String host) throws IOException {
        this.host = host;
        this.factory = new ChannelFactory();
    }

    public void put(byte[] key, byte[] value) throws IOException {
        OutputStream out = factory.getChannel(host, 20160).getOutputStream();
        out.write(key.length);
        out.write(key);
        out.write(value);
        out.flush();
    }

    @Override
    public void close() {
        factory.close();
    }
}
