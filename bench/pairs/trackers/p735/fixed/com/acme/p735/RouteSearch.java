package com.acme.p735;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

public class RouteSearch {

    private final CostMatrix costs;
    private final int threads;
    private final ExecutorService workers;
    private List<Integer> best;

    public RouteSearch(CostMatrix costs, int threads) {
        this.costs = costs;
        this.threads = threads;
        this.workers = Executors.newFixedThreadPool(threads);
    }

    public List<Integer> search(int iterations) throws InterruptedException {
        Thread hook = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            List<Future<List<Integer>>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int seed = i;
                results.add(workers.submit(() -> climb(new Random(seed), iterations)));
            }
            for (Future<List<Integer>> result : results) {
                offer(result.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            stop();
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        return best;
    }

    private List<Integer> climb(Random random, int iterations) {
        List<Integer> route = new ArrayList<>();
        for (int i = 0; i < costs.size(); i++) {
            route.add(i);
        }
        double cost = cost(route);
        for (int i = 0; i < iterations; i++) {
            List<Integer> other = new ArrayList<>(route);
            Collections.swap(other, random.nextInt(costs.size()), random.nextInt(costs.size()));
            if (cost(other) < cost) {
                route = other;
                cost = cost(other);
            }
        }
        return route;
    }

    private void offer(List<Integer> route) {
        if (best == null || cost(route) < cost(best)) {
            best = route;
        }
    }

    private double cost(List<Integer> route) {
        double sum = 0;
        for (int i = 1; i < route.size(); i++) {
            sum += costs.get(route.get(i - 1), route.get(i));
        }
        return sum;
    }

    private void stop() {
        workers.shutdownNow();
    }
}
