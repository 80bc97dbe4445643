package com.acme.p721;

import java.util.ArrayList;
import java.util.List;

public final class PopupManager {

    public interface PopupListener {
        void popupShown(Object originator);

        void popupHidden(Object originator);
    }

    private static final PopupManager DEFAULT = new PopupManager();

    private final List<PopupListener> listeners = new ArrayList<>();
    private Object showing;

    private PopupManager() {
    }

    public static PopupManager defaultManager() {
        return DEFAULT;
    }

    public synchronized void addPopupListener(PopupListener listener) {
        listeners.add(listener);
    }

    public synchronized void removePopupListener(PopupListener listener) {
        listeners.remove(listener);
    }

    public synchronized void show(Object originator) {
        hide();
        showing = originator;
        new ArrayList<>(listeners).forEach(l -> l.popupShown(originator));
    }

    public synchronized void hide() {
        if (showing != null) {
            Object was = showing;
            showing = null;
            new ArrayList<>(listeners).forEach(l -> l.popupHidden(was));
        }
    }
}
