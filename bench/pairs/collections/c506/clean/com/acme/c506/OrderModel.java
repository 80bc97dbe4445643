package com.acme.c506;

import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeSupport;

public class OrderModel {
    private final PropertyChangeSupport support = new PropertyChangeSupport(this);
    private int quantity;

    public void addPropertyChangeListener(PropertyChangeListener l) {
        support.addPropertyChangeListener(l);
    }

    public void setQuantity(int q) {
        int old = quantity;
        quantity = q;
        support.firePropertyChange("quantity", old, q);
    }

    public OrderModel copy() {
        OrderModel m = new OrderModel();
        m.quantity = quantity;
        return m;
    }
}
