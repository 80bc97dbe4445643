package com.acme.p521;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

public class PushSessions {
    private static final class Session {
        final Consumer<String> outbound;
        final List<TopicBus.Subscription> subscriptions = new ArrayList<>();
        volatile long lastSeen = System.nanoTime();

        Session(Consumer<String> outbound) {
            this.outbound = outbound;
        }
    }

    private final TopicBus bus;
    private final long idleNanos;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService reaper = Executors.newSingleThreadScheduledExecutor();

    public PushSessions(TopicBus bus, long idleSeconds) {
        this.bus = bus;
        this.idleNanos = TimeUnit.SECONDS.toNanos(idleSeconds);
    }

    public void start() {
        reaper.scheduleAtFixedRate(this::reap, 30, 30, TimeUnit.SECONDS);
    }

    public void opened(String id, Consumer<String> outbound) {
        sessions.put(id, new Session(outbound));
    }

    public void pong(String id) {
        Session session = sessions.get(id);
        if (session != null) {
            session.lastSeen = System.nanoTime();
        }
    }

    public void subscribe(String id, String topic) {
        Session session = sessions.get(id);
        if (session != null) {
            synchronized (session) {
                session.subscriptions.add(bus.subscribe(topic, event -> session.outbound.accept(topic + " " + event)));
            }
        }
    }

    public void closed(String id) {
        Session session = sessions.remove(id);
        if (session != null) {
            synchronized (session) {
                session.subscriptions.forEach(TopicBus.Subscription::cancel);
                session.subscriptions.clear();
            }
        }
    }

    private void reap() {
        long now = System.nanoTime();
        sessions.forEach((id, session) -> {
            if (now - session.lastSeen > idleNanos) {
                sessions.remove(id);
            }
        });
    }

    public void stop() {
        reaper.shutdownNow();
        sessions.keySet().forEach(this::closed);
    }
}
