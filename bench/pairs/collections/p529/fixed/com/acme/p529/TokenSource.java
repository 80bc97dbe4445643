package com.acme.p529;

import java.util.List;

public class TokenSource {
    private final String uri;
    private final List<String> tokens;
    private int position;

    public TokenSource(String uri, List<String> tokens) {
        this.uri = uri;
        this.tokens = tokens;
    }

    public String uri() {
        return uri;
    }

    public String next() {
        return position < tokens.size() ? tokens.get(position++) : null;
    }

    public int position() {
        return position;
    }
}
