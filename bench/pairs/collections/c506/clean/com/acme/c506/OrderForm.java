package com.acme.c506;

import java.beans.PropertyChangeEvent;

public class OrderForm {
    private final OrderModel working;
    private final OrderModel original;
    private boolean dirty;

    public OrderForm(OrderModel source) {
        this.original = source.copy();
        this.working = source.copy();
        working.addPropertyChangeListener(this::changed);
        original.addPropertyChangeListener(e -> dirty = true);
    }

    private void changed(PropertyChangeEvent e) {
        dirty = true;
    }

    public OrderModel working() {
        return working;
    }

    public boolean isDirty() {
        return dirty;
    }

    public void close() {
        dirty = false;
    }
}
