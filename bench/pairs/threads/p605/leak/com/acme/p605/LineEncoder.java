package com.acme.p605;

import java.nio.charset.Charset;

/** Formats events into lines without making a new builder for each event. */
public class LineEncoder {
    private static final int INITIAL = 512;

    private static final ThreadLocal<StringBuilder> BUFFER = new ThreadLocal<>();

    private final Charset charset;
    private final String separator;

    public LineEncoder(Charset charset, String separator) {
        this.charset = charset;
        this.separator = separator;
    }

    public byte[] encode(String level, String logger, String message, Throwable cause) {
        StringBuilder sb = acquire();
        sb.append(level).append(separator).append(logger).append(separator).append(message);
        for (Throwable t = cause; t != null; t = t.getCause()) {
            sb.append(System.lineSeparator()).append(t);
            for (StackTraceElement frame : t.getStackTrace()) {
                sb.append(System.lineSeparator()).append("\tat ").append(frame);
            }
        }
        return sb.append(System.lineSeparator()).toString().getBytes(charset);
    }

    private static StringBuilder acquire() {
        StringBuilder sb = BUFFER.get();
        if (sb == null) {
            sb = new StringBuilder(INITIAL);
            BUFFER.set(sb);
        }
        sb.setLength(0);
        return sb;
    }
}
