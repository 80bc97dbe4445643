package com.acme.p516;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

public final class ThemeSettings {
    private static final ThemeSettings CURRENT = new ThemeSettings();

    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);
    private String appearance = "light";
    private float scale = 1f;

    private ThemeSettings() {
    }

    public static ThemeSettings current() {
        return CURRENT;
    }

    public void addPropertyChangeListener(String property, PropertyChangeListener listener) {
        changes.addPropertyChangeListener(property, listener);
    }

    public void removePropertyChangeListener(String property, PropertyChangeListener listener) {
        changes.removePropertyChangeListener(property, listener);
    }

    public String appearance() {
        return appearance;
    }

    public void setAppearance(String value) {
        String old = appearance;
        appearance = value;
        changes.firePropertyChange("appearance", old, value);
    }

    public void setScale(float value) {
        float old = scale;
        scale = value;
        changes.firePropertyChange("scale", old, value);
    }
}
