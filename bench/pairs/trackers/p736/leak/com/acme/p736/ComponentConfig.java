package com.acme.p736;

import java.util.HashMap;
import java.util.Map;

final class ComponentConfig {

    private final String name;
    private final String className;
    private final int version;
    private final Map<String, byte[]> classIndex = new HashMap<>();
    private final StringBuilder descriptor = new StringBuilder();

    ComponentConfig(String name, String className, int version) {
        this.name = name;
        this.className = className;
        this.version = version;
    }

    void describe(String line) {
        descriptor.append(line).append('\n');
    }

    void index(String type, byte[] summary) {
        classIndex.put(type, summary);
    }

    String name() {
        return name;
    }

    String className() {
        return className;
    }

    int version() {
        return version;
    }

    boolean valid() {
        return classIndex.containsKey(className) && descriptor.length() > 0;
    }
}
