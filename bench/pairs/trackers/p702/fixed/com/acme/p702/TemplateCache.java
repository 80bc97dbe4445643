package com.acme.p702;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

final class TemplateCache {

    private static final int MAX = 500;
    private static final Map<String, CompiledTemplate> COMPILED =
            Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, CompiledTemplate> eldest) {
                    return size() > MAX;
                }
            });

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
