package com.acme.p525;

import java.util.HashMap;
import java.util.Map;

public class TradingDesk {
    private final QuoteFeed feed;
    private final Map<String, RatePanel> panels = new HashMap<>();

    public TradingDesk(QuoteFeed feed) {
        this.feed = feed;
    }

    public RatePanel openPanel(String id) {
        return panels.computeIfAbsent(id, k -> {
            RatePanel panel = new RatePanel(feed);
            panel.attach();
            return panel;
        });
    }

    public void closePanel(String id) {
        RatePanel panel = panels.remove(id);
        if (panel != null) {
            panel.detach();
        }
    }
}
