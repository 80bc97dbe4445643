package com.acme.p720;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class SocketServer {

    private final Meters meters = new Meters();
    private final Map<String, SocketSession> sessions = new ConcurrentHashMap<>();

    public SocketSession onConnect(String host, int port) {
        SocketSession session = new SocketSession(host + ":" + port, meters);
        session.open();
        sessions.put(session.remote(), session);
        return session;
    }

    public void onClose(String remote) {
        SocketSession session = sessions.remove(remote);
        if (session != null) {
            session.release();
        }
    }

    public void onError(String remote, Throwable cause) {
        SocketSession session = sessions.remove(remote);
        if (session != null) {
            System.getLogger("socket").log(System.Logger.Level.WARNING, remote, cause);
            session.release();
        }
    }

    public String metrics() {
        return meters.scrape();
    }
}
