package com.acme.p532;

import java.util.Locale;
import java.util.Map;

public class QueryRequest {
    private final String report;
    private final Locale locale;
    private final Map<String, String> parameters;
    private final byte[] upload;

    public QueryRequest(String report, Locale locale, Map<String, String> parameters, byte[] upload) {
        this.report = report;
        this.locale = locale;
        this.parameters = parameters;
        this.upload = upload;
    }

    public String report() {
        return report;
    }

    public Locale locale() {
        return locale;
    }

    public String parameter(String name) {
        return parameters.get(name);
    }

    public byte[] upload() {
        return upload;
    }
}
