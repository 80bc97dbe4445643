package com.acme.p622;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Searches a good order of stops; one instance for each planning request. */
public class RouteOptimizer {
    private final double[][] costs;
    private final int iterations;
    private final ExecutorService suppliedPool;

    public RouteOptimizer(double[][] costs, int iterations, ExecutorService suppliedPool) {
        this.costs = costs;
        this.iterations = iterations;
        this.suppliedPool = suppliedPool;
    }

    public List<Integer> solve(List<Integer> stops) throws InterruptedException {
        ExecutorService pool = suppliedPool;
        Thread hook = null;
        if (pool == null) {
            pool = Executors.newFixedThreadPool(2);
            hook = new Thread(cleanup(pool));
            Runtime.getRuntime().addShutdownHook(hook);
        }
        try {
            return search(pool, new ArrayList<>(stops));
        } finally {
            if (suppliedPool == null) {
                pool.shutdown();
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    private Runnable cleanup(ExecutorService pool) {
        return () -> {
            System.getLogger("routes").log(System.Logger.Level.INFO, "stopping search over {0} stops", costs.length);
            pool.shutdownNow();
        };
    }

    private List<Integer> search(ExecutorService pool, List<Integer> start) throws InterruptedException {
        List<Callable<List<Integer>>> tries = new ArrayList<>();
        for (int i = 0; i < iterations; i++) {
            List<Integer> candidate = new ArrayList<>(start);
            Collections.shuffle(candidate);
            tries.add(() -> candidate);
        }
        List<Integer> best = start;
        for (Future<List<Integer>> f : pool.invokeAll(tries)) {
            try {
                if (length(f.get()) < length(best)) {
                    best = f.get();
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return best;
    }

    private double length(List<Integer> tour) {
        double sum = 0;
        for (int i = 1; i < tour.size(); i++) {
            sum += costs[tour.get(i - 1)][tour.get(i)];
        }
        return sum;
    }
}
