package com.acme.c708;

import java.util.ArrayList;
import java.util.List;

public class WikiPage {

    private final String title;
    private final List<WikiPage> outgoing = new ArrayList<>();
    private String text = "";

    public WikiPage(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String text() {
        return text;
    }

    synchronized void setText(String text, List<WikiPage> targets) {
        this.text = text;
        outgoing.clear();
        for (WikiPage target : targets) {
            addLink(target);
        }
    }

    private void addLink(WikiPage target) {
        if (target != this) {
            outgoing.add(target);
        }
    }

    public synchronized int linkCount() {
        return outgoing.size();
    }
}
