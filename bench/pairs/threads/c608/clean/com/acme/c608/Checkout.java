package com.acme.c608;

import java.util.function.BiConsumer;
import java.util.function.Function;

public class Checkout {
    private final Function<String, String> provider;
    private final BiConsumer<String, String> orders;

    public Checkout(Function<String, String> provider, BiConsumer<String, String> orders) {
        this.provider = provider;
        this.orders = orders;
    }

    public void paymentStarted(String payment) {
        new DelayedPoll(payment, () -> provider.apply(payment), s -> orders.accept(payment, s)).begin();
    }
}
