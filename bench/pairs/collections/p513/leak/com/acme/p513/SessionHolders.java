package com.acme.p513;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

class SessionHolders {
    private static final class Holder {
        private final DriverSession session;
        private int references;

        Holder(DriverSession session) {
            this.session = session;
        }
    }

    private final Map<String, Holder> holders = new HashMap<>();

    synchronized DriverSession acquire(String name, Supplier<DriverSession> connect) {
        Holder holder = holders.get(name);
        if (holder == null || holder.references == 0) {
            holder = new Holder(connect.get());
            holders.put(name, holder);
        }
        holder.references++;
        return holder.session;
    }

    synchronized void release(String name) {
        Holder holder = holders.get(name);
        if (holder == null) {
            return;
        }
        if (--holder.references == 0) {
            holder.session.shutdown();
        }
    }
}
