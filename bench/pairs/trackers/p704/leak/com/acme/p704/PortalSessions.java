package com.acme.p704;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

public class PortalSessions {

    private final Map<String, String> userBySession = new ConcurrentHashMap<>();
    private final Function<String, Set<String>> membershipLookup;

    public PortalSessions(Function<String, Set<String>> membershipLookup) {
        this.membershipLookup = membershipLookup;
    }

    public Identity loggedIn(String sessionId, String userId, Set<String> roles) {
        Identity identity = new Identity(userId, roles, membershipLookup.apply(userId));
        userBySession.put(sessionId, userId);
        IdentityRegistry.getInstance().register(identity);
        return identity;
    }

    public void loggedOut(String sessionId) {
        String userId = userBySession.remove(sessionId);
        if (userId != null && !userBySession.containsValue(userId)) {
            IdentityRegistry.getInstance().unregister(userId);
        }
    }

    public void sessionExpired(String sessionId) {
        userBySession.remove(sessionId);
    }

    public boolean isAdministrator(String sessionId) {
        String userId = userBySession.get(sessionId);
        Identity identity = userId == null ? null : IdentityRegistry.getInstance().getIdentity(userId);
        return identity != null && identity.mayAdminister();
    }
}
