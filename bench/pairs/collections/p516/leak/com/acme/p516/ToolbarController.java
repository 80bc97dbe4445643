package com.acme.p516;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.ArrayList;
import java.util.List;

public class ToolbarController {
    private final List<String> buttons = new ArrayList<>();
    private final PropertyChangeListener appearanceListener = this::appearanceChanged;
    private final PropertyChangeListener scaleListener = this::scaleChanged;
    private String iconSet;
    private int height = 24;

    public ToolbarController(List<String> actions) {
        buttons.addAll(actions);
    }

    public void install() {
        ThemeSettings theme = ThemeSettings.current();
        theme.addPropertyChangeListener("appearance", appearanceListener);
        theme.addPropertyChangeListener("scale", scaleListener);
        iconSet = theme.appearance();
    }

    public void uninstall() {
        ThemeSettings theme = ThemeSettings.current();
        theme.removePropertyChangeListener("scale", scaleListener);
        theme.addPropertyChangeListener("appearance", appearanceListener);
        buttons.clear();
    }

    private void appearanceChanged(PropertyChangeEvent event) {
        iconSet = String.valueOf(event.getNewValue());
    }

    private void scaleChanged(PropertyChangeEvent event) {
        height = Math.round(24 * (Float) event.getNewValue());
    }

    public String iconSet() {
        return iconSet;
    }

    public int height() {
        return height;
    }
}
