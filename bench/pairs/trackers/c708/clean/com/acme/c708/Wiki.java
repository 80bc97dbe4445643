package com.acme.c708;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public class Wiki {

    private final Map<String, WikiPage> pages = new ConcurrentHashMap<>();

    public WikiPage create(String title) {
        WikiPage page = new WikiPage(title);
        if (pages.putIfAbsent(title, page) != null) {
            throw new IllegalArgumentException(title + " exists");
        }
        return page;
    }

    public void save(WikiPage page, String text) {
        List<WikiPage> targets = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            WikiPage target = pages.get(word);
            if (target != null) {
                targets.add(target);
            }
        }
        page.setText(text, targets);
    }

    public void delete(WikiPage page) {
        pages.remove(page.title());
    }
}
