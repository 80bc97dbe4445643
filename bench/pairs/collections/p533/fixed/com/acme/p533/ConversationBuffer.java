package com.acme.p533;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

public class ConversationBuffer {
    private final Map<String, List<String>> pending = new ConcurrentHashMap<>();
    private final BiConsumer<String, List<String>> extractor;
    private final int threshold;

    public ConversationBuffer(BiConsumer<String, List<String>> extractor, int threshold) {
        this.extractor = extractor;
        this.threshold = threshold;
    }

    public boolean append(String sessionId, String message) {
        return ConversationLocks.withLock(sessionId, () -> {
            List<String> messages = pending.computeIfAbsent(sessionId, id -> new ArrayList<>());
            messages.add(message);
            if (messages.size() < threshold) {
                return false;
            }
            flush(sessionId);
            return true;
        });
    }

    public void sessionEnded(String sessionId) {
        ConversationLocks.withLock(sessionId, () -> {
            flush(sessionId);
            return null;
        });
    }

    private void flush(String sessionId) {
        List<String> messages = pending.remove(sessionId);
        if (messages != null && !messages.isEmpty()) {
            extractor.accept(sessionId, messages);
        }
    }
}
