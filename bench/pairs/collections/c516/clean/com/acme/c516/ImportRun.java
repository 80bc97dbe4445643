package com.acme.c516;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ImportRun {
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int line;

    void accept(String record) {
        line++;
        String key = record.substring(0, record.indexOf(';') < 0 ? record.length() : record.indexOf(';'));
        Integer before = seen.put(key, line);
        if (before != null) {
            problems.add("line " + line + ": " + key + " stands in line " + before + " already");
        }
    }

    int lines() {
        return line;
    }

    List<String> problems() {
        return problems;
    }
}
