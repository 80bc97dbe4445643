package com.acme.c512;

import java.util.Map;
import java.util.TreeMap;

public class AccountService {
    private final KeyedLocks locks = new KeyedLocks();
    private final Map<String, Long> balances;

    public AccountService(Map<String, Long> balances) {
        this.balances = new TreeMap<>(balances);
    }

    public long book(String account, long amount) {
        return locks.locked(account, () -> {
            synchronized (balances) {
                Long balance = balances.get(account);
                if (balance == null) {
                    throw new IllegalArgumentException("no account " + account);
                }
                balances.replace(account, balance + amount);
                return balance + amount;
            }
        });
    }
}
