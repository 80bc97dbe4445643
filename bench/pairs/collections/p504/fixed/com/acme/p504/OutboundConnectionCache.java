package com.acme.p504;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

public class OutboundConnectionCache {
    private static final Logger LOG = Logger.getLogger(OutboundConnectionCache.class.getName());

    public interface Wire extends Closeable {
    }

    private static final class Entry {
        final Deque<Wire> idle = new ArrayDeque<>();
        int busy;

        int total() {
            return busy + idle.size();
        }
    }

    private static final class State {
        final PeerInfo peer;
        final Entry entry;

        State(PeerInfo peer, Entry entry) {
            this.peer = peer;
            this.entry = entry;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final int maxParallel;
    private final Map<PeerInfo, Entry> entries = new HashMap<>();
    private final Map<Wire, State> connections = new HashMap<>();

    public OutboundConnectionCache(int maxParallel) {
        this.maxParallel = maxParallel;
    }

    public Wire get(PeerInfo peer) throws IOException {
        lock.lock();
        try {
            Entry entry = entries.get(peer);
            if (entry == null) {
                entry = new Entry();
            }
            Wire wire = entry.idle.poll();
            if (wire == null) {
                if (entry.total() >= maxParallel) {
                    throw new IOException("too many connections to " + peer.host());
                }
                wire = peer.open();
                connections.put(wire, new State(peer, entry));
                entries.put(peer, entry);
            }
            entry.busy++;
            return wire;
        } finally {
            lock.unlock();
        }
    }

    public void release(Wire wire) {
        lock.lock();
        try {
            State state = connections.get(wire);
            if (state != null) {
                state.entry.busy--;
                state.entry.idle.add(wire);
            }
        } finally {
            lock.unlock();
        }
    }

    public void close(Wire wire) {
        lock.lock();
        try {
            State state = connections.remove(wire);
            if (state == null) {
                return;
            }
            if (!state.entry.idle.remove(wire)) {
                state.entry.busy--;
            }
            if (state.entry.total() == 0) {
                entries.remove(state.peer);
            }
            wire.close();
        } catch (IOException e) {
            LOG.log(Level.FINE, "close of {0} failed", wire);
        } finally {
            lock.unlock();
        }
    }
}
