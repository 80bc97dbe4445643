package com.acme.p522;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

public class PeerHandshaker {
    static final class Peer {
        private final String torrentId;
        private final Consumer<byte[]> socket;
        private long lastTick;
        private boolean choked;
        private AutoCloseable stopRegistration;
        private AutoCloseable tickRegistration;

        Peer(String torrentId, Consumer<byte[]> socket) {
            this.torrentId = torrentId;
            this.socket = socket;
        }

        void torrentStopped(String id) {
            if (id.equals(torrentId)) {
                choked = true;
            }
        }

        void tick(long now) {
            if (!choked && now - lastTick > 120_000) {
                lastTick = now;
                socket.accept(new byte[4]);
            }
        }
    }

    private final Map<String, Peer> peers = new ConcurrentHashMap<>();

    public Peer handshake(String peerId, Consumer<byte[]> socket) {
        String torrentId = peerId.substring(0, Math.min(20, peerId.length()));
        Peer peer = new Peer(torrentId, socket);
        peer.stopRegistration = RuntimeEvents.get().onTorrentStopped(id -> peer.torrentStopped(id));
        peer.tickRegistration = RuntimeEvents.get().onTick(now -> peer.tick(now));
        Peer previous = peers.put(peerId, peer);
        if (previous != null) {
            drop(previous);
        }
        return peer;
    }

    public void disconnected(String peerId) {
        Peer peer = peers.remove(peerId);
        if (peer != null) {
            drop(peer);
        }
    }

    private static void drop(Peer peer) {
        peer.choked = true;
        try {
            peer.stopRegistration.close();
            peer.tickRegistration.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
