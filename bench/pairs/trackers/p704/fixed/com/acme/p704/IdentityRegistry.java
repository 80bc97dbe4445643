package com.acme.p704;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public final class IdentityRegistry {

    private static final IdentityRegistry INSTANCE = new IdentityRegistry();

    private final Map<String, Identity> identities = new ConcurrentHashMap<>();

    private IdentityRegistry() {
    }

    public static IdentityRegistry getInstance() {
        return INSTANCE;
    }

    public Identity getIdentity(String userId) {
        return identities.get(userId);
    }

    void register(Identity identity) {
        identities.put(identity.userId(), identity);
    }

    void unregister(String userId) {
        identities.remove(userId);
    }
}
