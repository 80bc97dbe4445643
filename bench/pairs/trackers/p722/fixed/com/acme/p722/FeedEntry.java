package com.acme.p722;

import java.util.ArrayList;
import java.util.List;

public class FeedEntry implements Cloneable {

    private String title;
    private byte[] content;
    private List<FeedEntry> related = new ArrayList<>();

    public FeedEntry(String title, byte[] content) {
        this.title = title;
        this.content = content;
    }

    public List<FeedEntry> related() {
        return related;
    }

    public String title() {
        return title;
    }

    FeedEntry shallow() {
        return new FeedEntry(title, content.clone());
    }
}
