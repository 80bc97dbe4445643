package com.acme.p628;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

public class ChannelLoop implements Runnable {
    private final DataInputStream wire;
    private final QueueingReceiver receiver;

    public ChannelLoop(InputStream wire, QueueingReceiver receiver) {
        this.wire = new DataInputStream(wire);
        this.receiver = receiver;
    }

    @Override
    public void run() {
        try {
            while (true) {
                long tag = wire.readLong();
                byte[] body = new byte[wire.readInt()];
                wire.readFully(body);
                receiver.handleDelivery(tag, body);
            }
        } catch (EOFException e) {
            receiver.close();
        } catch (IOException | InterruptedException e) {
            receiver.close();
            throw new IllegalStateException("connection lost", e);
        }
    }
}
