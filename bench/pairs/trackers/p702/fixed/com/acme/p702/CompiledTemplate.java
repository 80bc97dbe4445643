package com.acme.p702;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class CompiledTemplate {

    private final List<String> literals = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    CompiledTemplate(String text) {
        int from = 0;
        int open;
        while ((open = text.indexOf("{{", from)) >= 0) {
            int end = text.indexOf("}}", open);
            if (end < 0) {
                break;
            }
            literals.add(text.substring(from, open));
            names.add(text.substring(open + 2, end).trim());
            from = end + 2;
        }
        literals.add(text.substring(from));
    }

    String apply(Map<String, ?> values) {
        StringBuilder sb = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            sb.append(literals.get(i)).append(values.get(names.get(i)));
        }
        return sb.append(literals.get(literals.size() - 1)).toString();
    }
}
