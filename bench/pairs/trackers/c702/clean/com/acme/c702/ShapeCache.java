package com.acme.c702;

import java.util.HashMap;
import java.util.Map;

final class ShapeCache {

    private static final int LIMIT = 1000;
    private static final Map<String, int[]> SHAPES = new HashMap<>();

    private ShapeCache() {
    }

    static synchronized int[] lookup(String text) {
        int[] glyphs = SHAPES.get(text);
        if (glyphs == null) {
            glyphs = shape(text);
            if (SHAPES.size() >= LIMIT) {
                SHAPES.clear();
            }
            SHAPES.put(text, glyphs);
        }
        return glyphs;
    }

    private static int[] shape(String text) {
        int[] out = new int[text.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = text.charAt(i) * 31 + (i == 0 ? 0 : out[i - 1]);
        }
        return out;
    }
}
