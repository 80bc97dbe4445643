package com.acme.c706;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class InvoiceImport {

    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int line;

    void read(BufferedReader in) throws IOException {
        String text;
        while ((text = in.readLine()) != null) {
            line++;
            accept(text);
        }
    }

    private void accept(String text) {
        String[] columns = text.split(";");
        if (columns.length < 3) {
            problems.add("line " + line + ": too short");
            return;
        }
        Integer before = seen.put(columns[0], line);
        if (before != null) {
            problems.add("line " + line + ": invoice " + columns[0] + " already in line " + before);
        }
    }

    int accepted() {
        return seen.size();
    }

    List<String> problems() {
        return problems;
    }
}
