package com.acme.p721;

import java.util.ArrayList;
import java.util.List;

public class CommandMenuView extends AbstractView {

    private final List<String> commands;
    private final List<String> painted = new ArrayList<>();
    private PopupManager.PopupListener popupListener;

    public CommandMenuView(List<String> commands) {
        this.commands = List.copyOf(commands);
    }

    @Override
    protected void installListeners() {
        popupListener = new PopupManager.PopupListener() {
            @Override
            public void popupShown(Object originator) {
                if (originator == CommandMenuView.this) {
                    painted.addAll(commands);
                }
            }

            @Override
            public void popupHidden(Object originator) {
                painted.clear();
            }
        };
        PopupManager.defaultManager().addPopupListener(popupListener);
    }

    @Override
    protected void uninstallListeners() {
        PopupManager.defaultManager().removePopupListener(popupListener);
        popupListener = null;
    }

    public int visibleCommands() {
        return painted.size();
    }
}
