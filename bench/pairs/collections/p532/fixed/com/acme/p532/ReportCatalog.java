package com.acme.p532;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

public class ReportCatalog {
    static final class CompiledReport {
        private final String title;
        private final Function<Double, String> number;

        CompiledReport(String title, Function<Double, String> number) {
            this.title = title;
            this.number = number;
        }

        String render(double[] values) {
            StringBuilder out = new StringBuilder(title).append('\n');
            for (double v : values) {
                out.append(number.apply(v)).append('\n');
            }
            return out.toString();
        }
    }

    private static final Set<String> LANGUAGES = Set.of("en", "de", "fr");

    private final Map<String, String> titles;
    private final Map<String, CompiledReport> compiled = new ConcurrentHashMap<>();

    public ReportCatalog(Map<String, String> titles) {
        this.titles = Map.copyOf(titles);
    }

    public String render(QueryRequest request, double[] values) {
        if (!titles.containsKey(request.report())) {
            throw new IllegalArgumentException("unknown report " + request.report());
        }
        String language = request.locale().getLanguage();
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("language not supported: " + language);
        }
        String key = request.report() + "/" + language;
        CompiledReport report = compiled.get(key);
        if (report == null) {
            report = compile(request);
            compiled.put(key, report);
        }
        return report.render(values);
    }

    private CompiledReport compile(QueryRequest request) {
        String title = titles.get(request.report()).toUpperCase(request.locale());
        Locale locale = request.locale();
        return new CompiledReport(title, v -> String.format(locale, "%,.2f", v));
    }
}
