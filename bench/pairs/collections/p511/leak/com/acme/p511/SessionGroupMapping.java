package com.acme.p511;

import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

public class SessionGroupMapping {
    private static final Logger LOG = Logger.getLogger(SessionGroupMapping.class.getName());

    private final ConcurrentHashMap<InetSocketAddress, UserAgent> sessions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, ClientGroup> groups = new ConcurrentHashMap<>();

    public void createSession(InetSocketAddress remote, UserAgent user) {
        if (sessions.putIfAbsent(remote, user) != null) {
            LOG.warning("session for " + remote + " exists already");
            return;
        }
        synchronized (groups) {
            ClientGroup group = groups.get(user.group());
            if (group == null) {
                group = new ClientGroup(user.group());
                group.start();
                groups.put(user.group(), group);
            }
            group.add(user.host());
        }
    }

    public void closeSession(InetSocketAddress remote) {
        UserAgent user = sessions.remove(remote);
        if (user == null) {
            return;
        }
        synchronized (groups) {
            ClientGroup group = groups.get(user.group());
            if (group != null && group.removeAndCheckEmpty(user.host())) {
                shutdownGroup(user, group);
            }
        }
    }

    private void shutdownGroup(UserAgent user, ClientGroup group) {
        group.shutdown();
        groups.remove(user.subsystem());
        LOG.info(() -> "group " + group.name() + " has no more clients");
    }
}
