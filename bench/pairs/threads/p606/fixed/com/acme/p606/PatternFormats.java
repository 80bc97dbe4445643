package com.acme.p606;

import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** SimpleDateFormat is not thread-safe, so each thread has its own ones. */
public class PatternFormats {
    private static final int MAX = 64;

    private final ThreadLocal<Map<String, SimpleDateFormat>> formats = ThreadLocal.withInitial(HashMap::new);
    private final Locale locale;

    public PatternFormats(Locale locale) {
        this.locale = locale;
    }

    public String format(String pattern, TimeZone zone, Date when) {
        Map<String, SimpleDateFormat> own = formats.get();
        if (own.size() >= MAX) {
            own.clear();
        }
        return own
            .computeIfAbsent(zone.getID() + '/' + pattern, key -> create(pattern, zone))
            .format(when);
    }

    private SimpleDateFormat create(String pattern, TimeZone zone) {
        SimpleDateFormat format = new SimpleDateFormat(pattern, locale);
        format.setTimeZone(zone);
        return format;
    }
}
