package com.acme.c618;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One nightly run over the open invoices. */
final class InvoiceBatch {
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Long> totals = new TreeMap<>();

    void add(String customer, String amount) {
        try {
            totals.merge(customer, Long.parseLong(amount), Long::sum);
        } catch (NumberFormatException e) {
            problems.add(customer + ": " + amount);
        }
    }

    Map<String, Long> totals() {
        return Collections.unmodifiableMap(totals);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
