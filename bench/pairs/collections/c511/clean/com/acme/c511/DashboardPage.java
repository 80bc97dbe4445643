package com.acme.c511;

import java.util.List;
import java.util.function.Consumer;

public class DashboardPage {
    private DashboardFeed feed;

    public void entered(List<String> kinds, Consumer<String> browser) {
        left();
        feed = new DashboardFeed(browser);
        kinds.forEach(feed::watch);
    }

    public void left() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
    }
}
