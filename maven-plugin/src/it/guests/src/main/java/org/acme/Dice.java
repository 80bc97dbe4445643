package org.acme;

import java.util.Random;

public class Dice {
    public int roll(String sides) {
        try {
            return new Random().nextInt(Integer.parseInt(sides));
        } catch (NumberFormatException wrong) {
        }
        return 0;
    }

    public int flip() {
        try {
            return Integer.parseInt("1");
        } catch (NumberFormatException never) { // leakcheck:ignore pmd:EmptyCatchBlock it is a number
        }
        return 0;
    }
}
