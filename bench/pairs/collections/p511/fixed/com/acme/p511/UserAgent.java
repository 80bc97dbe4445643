package com.acme.p511;

public final class UserAgent {
    private final String subsystem;
    private final String group;
    private final String host;

    public UserAgent(String subsystem, String group, String host) {
        this.subsystem = subsystem;
        this.group = group;
        this.host = host;
    }

    public String subsystem() {
        return subsystem;
    }

    public String group() {
        return group;
    }

    public String host() {
        return host;
    }
}
