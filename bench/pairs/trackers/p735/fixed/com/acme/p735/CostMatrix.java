package com.acme.p735;

final class CostMatrix {

    private final float[] costs;
    private final int size;

    CostMatrix(int size) {
        this.size = size;
        this.costs = new float[size * size];
    }

    void set(int from, int to, double cost) {
        costs[from * size + to] = (float) cost;
    }

    double get(int from, int to) {
        return costs[from * size + to];
    }

    int size() {
        return size;
    }
}
