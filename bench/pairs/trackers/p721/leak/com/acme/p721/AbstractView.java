package com.acme.p721;

public abstract class AbstractView {

    private boolean installed;

    public final void install() {
        if (!installed) {
            installed = true;
            installListeners();
        }
    }

    public final void uninstall() {
        if (installed) {
            installed = false;
            uninstallListeners();
        }
    }

    protected abstract void installListeners();

    protected abstract void uninstallListeners();
}
