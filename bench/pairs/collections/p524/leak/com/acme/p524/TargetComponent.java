package com.acme.p524;

import java.util.List;
import java.util.function.Consumer;

public class TargetComponent {
    private final Consumer<String> titles;
    private TargetEnvironment environment = new TargetEnvironment("", List.of());
    private String title = "";

    public TargetComponent(Consumer<String> titles) {
        this.titles = titles;
    }

    public synchronized void setEnvironment(TargetEnvironment next) {
        environment = next;
        rewatch();
        updateTitle(null);
    }

    public void addTarget(SkyTarget target) {
        setEnvironment(environment.with(target));
    }

    private void rewatch() {
        SkyTarget.Watcher watcher = new SkyTarget.Watcher() {
            @Override
            public void moved(SkyTarget target) {
                updateTitle(target);
            }
        };
        for (SkyTarget target : environment.targets()) {
            target.addWatcher(watcher);
        }
    }

    private void updateTitle(SkyTarget moved) {
        title = environment.label() + (moved == null ? "" : " (" + moved.name() + ")");
        titles.accept(title);
    }
}
