package com.acme.p713;

import java.util.List;

public class TopicSubscription implements AutoCloseable {

    private final TopicLedger ledger;
    private final TopicCursor cursor;
    private int received;

    public TopicSubscription(TopicLedger ledger, String name) {
        this.ledger = ledger;
        this.cursor = ledger.openCursor(name);
        ledger.readOrWait(cursor, this::onEntries);
    }

    private void onEntries(List<byte[]> entries) {
        received += entries.size();
        ledger.readOrWait(cursor, this::onEntries);
    }

    public int received() {
        return received;
    }

    @Override
    public void close() {
        ledger.closeCursor(cursor);
    }
}
