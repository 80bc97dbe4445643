package com.acme.p718;

import java.util.ArrayList;
import java.util.List;

public class PaymentForwarder implements AutoCloseable {

    private final Wallet wallet;
    private final String target;
    private final List<String> forwarded = new ArrayList<>();

    public PaymentForwarder(Wallet wallet, String target) {
        this.wallet = wallet;
        this.target = target;
    }

    public PaymentForwarder start() {
        wallet.addCoinsListener(this::coinsReceived);
        return this;
    }

    private synchronized void coinsReceived(String txId, long satoshi) {
        if (wallet.spend(satoshi)) {
            forwarded.add(txId + " -> " + target);
        }
    }

    public synchronized List<String> forwarded() {
        return List.copyOf(forwarded);
    }

    @Override
    public void close() {
        wallet.removeCoinsListener(this::coinsReceived);
    }
}
