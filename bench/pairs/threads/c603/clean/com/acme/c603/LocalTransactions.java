package com.acme.c603;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

public class LocalTransactions {
    private final ThreadLocal<Deque<Unit>> held = ThreadLocal.withInitial(ArrayDeque::new);

    private static final class Unit {
        private final List<Runnable> undo = new ArrayList<>();
    }

    public void execute(Runnable work) {
        begin();
        boolean ok = false;
        try {
            work.run();
            ok = true;
        } finally {
            if (ok) {
                commit();
            } else {
                rollback();
            }
        }
    }

    public void onRollback(Runnable action) {
        held.get().element().undo.add(action);
    }

    private void begin() {
        held.get().push(new Unit());
    }

    private void commit() {
        end();
    }

    private void rollback() {
        Unit unit = end();
        for (int i = unit.undo.size() - 1; i >= 0; i--) {
            unit.undo.get(i).run();
        }
    }

    private Unit end() {
        Deque<Unit> units = held.get();
        Unit unit = units.pop();
        if (units.isEmpty()) {
            held.remove();
        }
        return unit;
    }
}
