package com.acme.c701;

import java.text.DecimalFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

public final class UnitFormats {

    public enum Unit {
        METRE("#0.00 m", v -> v),
        KILOMETRE("#0.000 km", v -> v / 1000),
        FOOT("#0.0 ft", v -> v * 3.28084),
        MILE("#0.00 mi", v -> v / 1609.344),
        NAUTICAL("#0.00 NM", v -> v / 1852),
        YARD("#0 yd", v -> v * 1.09361);

        private final String pattern;
        private final DoubleUnaryOperator conversion;

        Unit(String pattern, DoubleUnaryOperator conversion) {
            this.pattern = pattern;
            this.conversion = conversion;
        }
    }

    private static final Map<Unit, DecimalFormat> FORMATS = new ConcurrentHashMap<>();

    private UnitFormats() {
    }

    public static String format(double metres, Unit unit) {
        DecimalFormat format = FORMATS.computeIfAbsent(unit, u -> new DecimalFormat(u.pattern));
        synchronized (format) {
            return format.format(unit.conversion.applyAsDouble(metres));
        }
    }

    public static String range(double from, double to, Unit unit) {
        return format(from, unit) + " - " + format(to, unit);
    }
}
