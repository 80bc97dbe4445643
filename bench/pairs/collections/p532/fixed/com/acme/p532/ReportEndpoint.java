package com.acme.p532;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

public class ReportEndpoint {
    private final ReportCatalog catalog;

    public ReportEndpoint(ReportCatalog catalog) {
        this.catalog = catalog;
    }

    public byte[] post(String report, String language, Map<String, String> query, byte[] body) {
        QueryRequest request = new QueryRequest(report, Locale.forLanguageTag(language), query, body);
        double[] values = Arrays.stream(new String(request.upload(), StandardCharsets.US_ASCII).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return catalog.render(request, values).getBytes(StandardCharsets.UTF_8);
    }
}
