package com.acme.p529;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.WeakHashMap;

public class ScriptParser extends BaseParser {
    private static final WeakHashMap<TokenSource, WeakReference<ScriptParser>> PARSERS = new WeakHashMap<>();

    private final List<String> statements = new ArrayList<>();

    public ScriptParser(TokenSource input) {
        super(input);
        synchronized (PARSERS) {
            PARSERS.put(input, new WeakReference<>(this));
        }
    }

    /** Used by the generated tree nodes, which know their token source only. */
    static ScriptParser of(TokenSource source) {
        synchronized (PARSERS) {
            WeakReference<ScriptParser> ref = PARSERS.get(source);
            return ref == null ? null : ref.get();
        }
    }

    public List<String> parse() {
        while (accept("begin")) {
            String token;
            StringBuilder statement = new StringBuilder();
            while ((token = input.next()) != null && !"end".equals(token)) {
                statement.append(token).append(' ');
            }
            statements.add(statement.toString().trim());
        }
        return statements;
    }

    public static String locate(TokenSource source) {
        ScriptParser parser = of(source);
        return source.uri() + ":" + source.position() + (parser == null ? "" : " after " + parser.statements.size());
    }
}
