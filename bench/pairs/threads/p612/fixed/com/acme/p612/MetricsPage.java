package com.acme.p612;

import java.util.List;

public class MetricsPage {
    private final ProbeRunner runner = new ProbeRunner(4, 5_000);
    private final List<Probe> probes;

    public MetricsPage(List<Probe> probes) {
        this.probes = List.copyOf(probes);
    }

    public String render() throws InterruptedException {
        StringBuilder page = new StringBuilder();
        runner.runAll(probes).forEach((name, ok) ->
            page.append("database_up{probe=\"").append(name).append("\"} ").append(ok ? 1 : 0).append('\n'));
        return page.toString();
    }
}
