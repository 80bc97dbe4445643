package com.acme.p624;

import java.util.List;
import java.util.function.Consumer;

public class SecuritySettings {
    private volatile AuditTrail audit;

    public void onChange(Consumer<List<String>> sink) {
        AuditTrail previous = audit;
        audit = new AuditTrail(sink);
        if (previous != null) {
            previous.close();
        }
    }

    public void allowed(String user, String action) {
        AuditTrail current = audit;
        if (current != null) {
            current.log(user, action);
        }
    }
}
