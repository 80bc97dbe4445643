package com.acme.c514;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

public final class MediaTypes {
    private static final Map<String, String> BY_EXTENSION = new HashMap<>();

    static {
        map("text/html", "html", "htm", "xhtml");
        map("image/jpeg", "jpg", "jpeg", "jpe");
        map("image/png", "png");
        map("application/pdf", "pdf");
    }

    private MediaTypes() {
    }

    private static void map(String type, String... extensions) {
        for (String e : extensions) {
            BY_EXTENSION.put(e, type);
        }
    }

    public static Optional<String> ofFile(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_EXTENSION.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}
