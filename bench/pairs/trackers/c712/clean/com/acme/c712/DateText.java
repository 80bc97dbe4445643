package com.acme.c712;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;

public final class DateText {

    private static final ThreadLocal<SimpleDateFormat> FORMAT = ThreadLocal.withInitial(() -> {
        SimpleDateFormat format = new SimpleDateFormat("EEE, dd MMM yyyy HH:mm:ss zzz", Locale.US);
        format.setTimeZone(TimeZone.getTimeZone("GMT"));
        return format;
    });

    private DateText() {
    }

    public static String format(long millis) {
        return FORMAT.get().format(new Date(millis));
    }

    public static long parse(String header) {
        try {
            return FORMAT.get().parse(header).getTime();
        } catch (ParseException e) {
            return -1;
        }
    }

    public static boolean modifiedSince(long lastModified, String header) {
        long since = parse(header);
        return since < 0 || lastModified / 1000 > since / 1000;
    }
}
