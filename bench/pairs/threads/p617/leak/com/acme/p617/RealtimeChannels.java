package com.acme.p617;

import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

public class RealtimeChannels {
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Consumer<String> wire;

    public RealtimeChannels(Consumer<String> wire) {
        this.wire = wire;
    }

    public Channel get(String name) {
        return channels.computeIfAbsent(name, Channel::new);
    }

    public void release(String name) {
        Channel channel = channels.remove(name);
        if (channel != null) {
            channel.cancelTimer();
            channel.detach();
        }
    }

    public void onAttached(String name) {
        Channel channel = channels.get(name);
        if (channel != null) {
            channel.cancelTimer();
        }
    }

    public void onDetached(String name) {
        Channel channel = channels.get(name);
        if (channel != null) {
            channel.retryLater();
        }
    }

    /** One named stream of messages. */
    public final class Channel {
        private final String name;
        private Timer connectTimer;

        Channel(String name) {
            this.name = name;
        }

        public synchronized void attach() {
            wire.accept("ATTACH " + name);
        }

        public synchronized void detach() {
            wire.accept("DETACH " + name);
            retryLater();
        }

        synchronized void retryLater() {
            cancelTimer();
            connectTimer = new Timer("attach-" + name, true);
            connectTimer.schedule(new TimerTask() {
                @Override
                public void run() {
                    attach();
                }
            }, 15_000, 15_000);
        }

        synchronized void cancelTimer() {
            if (connectTimer != null) {
                connectTimer.cancel();
                connectTimer = null;
            }
        }
    }
}
