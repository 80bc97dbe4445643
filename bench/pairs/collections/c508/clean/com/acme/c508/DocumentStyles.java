package com.acme.c508;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

public final class DocumentStyles {
    public static final class Document {
        private final String css;

        public Document(String css) {
            this.css = css;
        }

        String css() {
            return css;
        }
    }

    static final class Metrics {
        final int rules;
        final int length;

        Metrics(Document document) {
            this.length = document.css().length();
            this.rules = (int) document.css().chars().filter(c -> c == '{').count();
        }
    }

    private static final Map<Document, Metrics> STYLES = Collections.synchronizedMap(new WeakHashMap<>());

    private DocumentStyles() {
    }

    public static int ruleCount(Document document) {
        return metrics(document).rules;
    }

    public static int averageRuleLength(Document document) {
        Metrics m = metrics(document);
        return m.rules == 0 ? 0 : m.length / m.rules;
    }

    private static Metrics metrics(Document document) {
        return STYLES.computeIfAbsent(document, Metrics::new);
    }
}
