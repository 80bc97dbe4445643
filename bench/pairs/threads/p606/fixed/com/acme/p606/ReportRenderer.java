package com.acme.p606;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

public class ReportRenderer {
    private final PatternFormats formats = new PatternFormats(Locale.ROOT);

    /** A column definition, as the author of the report typed it. */
    public record Column(String title, String datePattern, String timeZone) {
    }

    public List<String> row(List<Column> columns, List<?> values) {
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            Column column = columns.get(i);
            if (value instanceof Date && column.datePattern() != null) {
                cells.add(formats.format(column.datePattern(), TimeZone.getTimeZone(column.timeZone()), (Date) value));
            } else {
                cells.add(String.valueOf(value));
            }
        }
        return cells;
    }
}
