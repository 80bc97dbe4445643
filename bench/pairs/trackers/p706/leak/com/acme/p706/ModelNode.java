package com.acme.p706;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

public class ModelNode {

    private final URI resource;
    private final String name;
    private final List<ModelNode> children = new ArrayList<>();

    public ModelNode(URI resource, String name) {
        this.resource = resource;
        this.name = name;
    }

    public URI resource() {
        return resource;
    }

    public String name() {
        return name;
    }

    public List<ModelNode> children() {
        return children;
    }
}
