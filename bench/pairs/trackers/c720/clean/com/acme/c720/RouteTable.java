package com.acme.c720;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

public class RouteTable {

    private final Map<String, UnaryOperator<String>> handlers = new LinkedHashMap<>();
    private final StringBuilder greeting = new StringBuilder("hello ");

    public RouteTable() {
        route("/hello", name -> greeting + name);
        route("/upper", String::toUpperCase);
        route("/size", text -> Integer.toString(text.length()));
        route("/reverse", text -> new StringBuilder(text).reverse().toString());
    }

    private void route(String path, UnaryOperator<String> handler) {
        handlers.put(path, handler);
    }

    public String serve(String path, String argument) {
        UnaryOperator<String> handler = handlers.get(path);
        if (handler == null) {
            return "404 " + String.join(" ", handlers.keySet());
        }
        return handler.apply(argument);
    }
}
