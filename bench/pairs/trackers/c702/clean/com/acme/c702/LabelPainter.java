package com.acme.c702;

import java.util.List;

public class LabelPainter {

    private final int advance;

    public LabelPainter(int advance) {
        this.advance = advance;
    }

    public int width(String label) {
        return ShapeCache.lookup(label).length * advance;
    }

    public int widest(List<String> labels) {
        int max = 0;
        for (String label : labels) {
            max = Math.max(max, width(label));
        }
        return max;
    }
}
