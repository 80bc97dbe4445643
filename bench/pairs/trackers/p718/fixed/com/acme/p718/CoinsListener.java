package com.acme.p718;

@FunctionalInterface
public interface CoinsListener {

    void onCoins(String txId, long satoshi);
}
