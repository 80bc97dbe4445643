package com.acme.c711;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

public class Field {

    private final String name;
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private String value = "";

    public Field(String name) {
        this.name = name;
    }

    public void onChange(Consumer<String> listener) {
        listeners.add(listener);
    }

    public void set(String newValue) {
        if (!newValue.equals(value)) {
            value = newValue;
            listeners.forEach(l -> l.accept(newValue));
        }
    }

    public String get() {
        return value;
    }

    public String name() {
        return name;
    }
}
