package com.acme.p702;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

final class TemplateCache {

    private static final Map<String, CompiledTemplate> COMPILED = new ConcurrentHashMap<>();

    private TemplateCache() {
    }

    static CompiledTemplate compile(String text) {
        CompiledTemplate template = COMPILED.get(text);
        if (template == null) {
            template = new CompiledTemplate(text);
            COMPILED.put(text, template);
        }
        return template;
    }
}
