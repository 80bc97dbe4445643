package com.acme.p508;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Gives all requests of one crawler the same session. */
public class CrawlerSessionValve {
    private final Map<String, String> sessionByClient = new ConcurrentHashMap<>();
    private final Map<String, String> clientBySession = new ConcurrentHashMap<>();
    private Pattern agents = Pattern.compile(".*[bB]ot.*|.*Slurp.*|.*Spider.*");
    private int sessionInactiveInterval = 60;

    public void setCrawlerUserAgents(String regex) {
        agents = Pattern.compile(regex);
    }

    public void setSessionInactiveInterval(int seconds) {
        sessionInactiveInterval = seconds;
    }

    public WebSession invoke(String host, String remoteAddress, String userAgent, Supplier<WebSession> create) {
        boolean bot = userAgent != null && agents.matcher(userAgent).matches();
        WebSession session = create.get();
        if (bot && session.isNew()) {
            adopt(host + "-" + remoteAddress, session);
        }
        return session;
    }

    public String requestedSession(String host, String remoteAddress) {
        return sessionByClient.get(host + "-" + remoteAddress);
    }

    private void adopt(String client, WebSession session) {
        sessionByClient.put(client, session.id());
        clientBySession.put(session.id(), client);
        session.setMaxInactive(sessionInactiveInterval);
        session.onExpire(s -> {
            sessionByClient.remove(client, s.id());
            clientBySession.remove(s.id());
        });
    }
}
