package com.acme.p706;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

public class ModelBuilder {

    private ModelNode current;

    public void fileSaved(Path file) throws IOException {
        current = parse(file.toUri(), Files.readString(file));
        InstanceModels.built(current);
    }

    public int depth(String element) {
        Integer depth = current == null ? null : InstanceModels.depthOf(current, element);
        return depth == null ? -1 : depth;
    }

    private static ModelNode parse(URI uri, String text) {
        ModelNode root = new ModelNode(uri, uri.getPath());
        ModelNode last = root;
        for (String line : text.split("\n")) {
            ModelNode node = new ModelNode(uri, line.trim());
            if (line.startsWith(" ")) {
                last.children().add(node);
            } else {
                root.children().add(node);
                last = node;
            }
        }
        return root;
    }
}
