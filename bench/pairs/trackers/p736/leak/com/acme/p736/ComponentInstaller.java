package com.acme.p736;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

public class ComponentInstaller {

    private final List<String> installed = new ArrayList<>();

    public synchronized void deploy(Path module) throws IOException {
        for (Path file : Files.newDirectoryStream(module, "*.component")) {
            install(read(file));
        }
    }

    private void install(ComponentConfig config) {
        if (!config.valid()) {
            throw new IllegalArgumentException(config.name());
        }
        String binding = "global/" + config.name();
        NamingStore.global().bind(binding, () -> config.className() + "#" + config.version());
        installed.add(binding);
    }

    public synchronized void undeploy() {
        installed.forEach(NamingStore.global()::unbind);
        installed.clear();
    }

    private static ComponentConfig read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        ComponentConfig config = new ComponentConfig(
                file.getFileName().toString(), lines.get(0), Integer.parseInt(lines.get(1)));
        for (String line : lines.subList(2, lines.size())) {
            config.describe(line);
            config.index(line.split(" ")[0], line.getBytes());
        }
        return config;
    }
}
