package com.acme.c711;

public class OrderForm {

    private final Field quantity = new Field("quantity");
    private final Field price = new Field("price");
    private double total;

    public OrderForm() {
        quantity.onChange(v -> recompute());
        price.onChange(v -> recompute());
    }

    public Field quantity() {
        return quantity;
    }

    public Field price() {
        return price;
    }

    private void recompute() {
        try {
            total = Integer.parseInt(quantity.get()) * Double.parseDouble(price.get());
        } catch (NumberFormatException e) {
            total = 0;
        }
    }

    public double total() {
        return total;
    }
}
