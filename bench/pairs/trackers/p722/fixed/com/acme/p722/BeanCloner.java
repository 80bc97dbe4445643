package com.acme.p722;

import java.util.IdentityHashMap;
import java.util.Map;

final class BeanCloner {

    private static final ThreadLocal<Map<FeedEntry, FeedEntry>> IN_PROGRESS =
            ThreadLocal.withInitial(IdentityHashMap::new);

    private BeanCloner() {
    }

    static FeedEntry copy(FeedEntry root) {
        try {
            return copyInto(root);
        } finally {
            IN_PROGRESS.remove();
        }
    }

    private static FeedEntry copyInto(FeedEntry entry) {
        FeedEntry known = IN_PROGRESS.get().get(entry);
        if (known != null) {
            return known;
        }
        FeedEntry copy = entry.shallow();
        IN_PROGRESS.get().put(entry, copy);
        for (FeedEntry other : entry.related()) {
            copy.related().add(copyInto(other));
        }
        return copy;
    }
}
