package com.acme.p529;

public abstract class BaseParser {
    protected final TokenSource input;
    private int errors;

    protected BaseParser(TokenSource input) {
        this.input = input;
    }

    protected boolean accept(String expected) {
        String token = input.next();
        if (expected.equals(token)) {
            return true;
        }
        errors++;
        return false;
    }

    public int errors() {
        return errors;
    }
}
