package com.acme.p524;

import java.util.ArrayList;
import java.util.List;

public final class TargetEnvironment {
    private final List<SkyTarget> targets;
    private final String label;

    public TargetEnvironment(String label, List<SkyTarget> targets) {
        this.label = label;
        this.targets = List.copyOf(targets);
    }

    public List<SkyTarget> targets() {
        return targets;
    }

    public String label() {
        return label;
    }

    public TargetEnvironment with(SkyTarget extra) {
        List<SkyTarget> all = new ArrayList<>(targets);
        all.add(extra);
        return new TargetEnvironment(label, all);
    }
}
