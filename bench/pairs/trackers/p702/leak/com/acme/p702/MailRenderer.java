package com.acme.p702;

import java.util.Map;

public class MailRenderer {

    private final String layout;
    private final String signature;

    public MailRenderer(String layout, String signature) {
        this.layout = layout;
        this.signature = signature;
    }

    public String render(String recipientName, String body, Map<String, ?> model) {
        String text = layout
                .replace("$recipient", recipientName)
                .replace("$body", body)
                .replace("$signature", signature);
        return TemplateCache.compile(text).apply(model);
    }
}
