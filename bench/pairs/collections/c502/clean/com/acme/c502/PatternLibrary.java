package com.acme.c502;

import java.util.Collections;
import java.util.Map;
import java.util.regex.Pattern;

public final class PatternLibrary {
    private static final PatternLibrary INSTANCE = new PatternLibrary();

    private final Map<String, Pattern> patterns = Collections.synchronizedMap(new LruMap<>(512));

    private PatternLibrary() {
    }

    public static PatternLibrary instance() {
        return INSTANCE;
    }

    public boolean matches(String glob, String path) {
        Pattern pattern = patterns.get(glob);
        if (pattern == null) {
            pattern = compile(glob);
            patterns.put(glob, pattern);
        }
        return pattern.matcher(path).matches();
    }

    private static Pattern compile(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toCharArray()) {
            regex.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString());
    }
}
