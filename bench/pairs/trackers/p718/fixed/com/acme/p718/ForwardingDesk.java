package com.acme.p718;

import java.util.List;

public class ForwardingDesk {

    private final Wallet wallet = new Wallet();

    public Wallet wallet() {
        return wallet;
    }

    public List<String> forwardFor(String target, long millis) throws InterruptedException {
        try (PaymentForwarder forwarder = new PaymentForwarder(wallet, target).start()) {
            Thread.sleep(millis);
            return forwarder.forwarded();
        }
    }
}
