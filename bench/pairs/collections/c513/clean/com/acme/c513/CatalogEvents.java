package com.acme.c513;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

public final class CatalogEvents {
    public interface Observer {
        void articleChanged(String article);
    }

    private static final CatalogEvents SHARED = new CatalogEvents();

    private final List<WeakReference<Observer>> observers = new ArrayList<>();

    private CatalogEvents() {
    }

    public static CatalogEvents shared() {
        return SHARED;
    }

    public synchronized void observe(Observer observer) {
        expunge();
        observers.add(new WeakReference<>(observer));
    }

    public void publish(String article) {
        List<Observer> live = new ArrayList<>();
        synchronized (this) {
            expunge();
            for (WeakReference<Observer> ref : observers) {
                Observer o = ref.get();
                if (o != null) {
                    live.add(o);
                }
            }
        }
        live.forEach(o -> o.articleChanged(article));
    }

    private void expunge() {
        for (Iterator<WeakReference<Observer>> it = observers.iterator(); it.hasNext();) {
            if (it.next().get() == null) {
                it.remove();
            }
        }
    }
}
