package com.acme.c513;

public class PriceTag implements CatalogEvents.Observer {
    private final String article;
    private volatile boolean stale;

    public PriceTag(String article) {
        this.article = article;
        CatalogEvents.shared().observe(this);
    }

    @Override
    public void articleChanged(String changed) {
        if (changed.equals(article)) {
            stale = true;
        }
    }

    public boolean isStale() {
        return stale;
    }
}
