package com.acme.p712;

import java.util.ArrayList;
import java.util.List;

class WireSession {

    private final List<WireConsumer> own = new ArrayList<>();

    void attach(WireConsumer consumer) {
        own.add(consumer);
    }

    void detach(WireConsumer consumer) {
        consumer.stop();
        own.remove(consumer);
    }

    List<WireConsumer> attached() {
        return new ArrayList<>(own);
    }
}
