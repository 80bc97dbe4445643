package com.acme.p706;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

public final class InstanceModels {

    private static final Map<ModelNode, Map<String, Integer>> MODELS = new HashMap<>();

    private InstanceModels() {
    }

    public static synchronized void built(ModelNode root) {
        Map<String, Integer> depths = new HashMap<>();
        index(root, 0, depths);
        MODELS.put(root, depths);
    }

    public static synchronized Integer depthOf(ModelNode root, String element) {
        Map<String, Integer> depths = MODELS.get(root);
        return depths == null ? null : depths.get(element);
    }

    private static void index(ModelNode node, int depth, Map<String, Integer> into) {
        into.put(node.name(), depth);
        for (ModelNode child : node.children()) {
            index(child, depth + 1, into);
        }
    }
}
