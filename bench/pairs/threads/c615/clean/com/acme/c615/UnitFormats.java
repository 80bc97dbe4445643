package com.acme.c615;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Formats measured values. */
public final class UnitFormats {
    /** Known units. */
    public enum Unit { CELSIUS, KELVIN, PASCAL, PERCENT }

    private record Key(Unit unit, boolean precise) {
    }

    private static final Map<Key, Function<Double, String>> FORMATS = new ConcurrentHashMap<>();

    private UnitFormats() {
    }

    public static String format(double value, Unit unit, boolean precise) {
        return FORMATS.computeIfAbsent(new Key(unit, precise), UnitFormats::create).apply(value);
    }

    private static Function<Double, String> create(Key key) {
        String pattern = (key.precise() ? "%.4f " : "%.1f ") + symbol(key.unit());
        return value -> String.format(Locale.ROOT, pattern, value);
    }

    private static String symbol(Unit unit) {
        switch (unit) {
            case CELSIUS:
                return "\u00b0C";
            case KELVIN:
                return "K";
            case PASCAL:
                return "Pa";
            default:
                return "%%";
        }
    }
}
