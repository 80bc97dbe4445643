package com.acme.p718;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public class Wallet {

    private final List<CoinsListener> listeners = new CopyOnWriteArrayList<>();
    private long balance;

    public void addCoinsListener(CoinsListener listener) {
        listeners.add(listener);
    }

    public boolean removeCoinsListener(CoinsListener listener) {
        return listeners.remove(listener);
    }

    public void receive(String txId, long satoshi) {
        synchronized (this) {
            balance += satoshi;
        }
        for (CoinsListener listener : listeners) {
            listener.onCoins(txId, satoshi);
        }
    }

    public synchronized boolean spend(long satoshi) {
        if (balance < satoshi) {
            return false;
        }
        balance -= satoshi;
        return true;
    }
}
