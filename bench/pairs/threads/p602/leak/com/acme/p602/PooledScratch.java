package com.acme.p602;

/** Per-thread working memory of one vector index. */
public class PooledScratch {
    private final float[][] vectors;
    private final int dimension;
    private final ThreadLocal<Scratch> slot;

    public PooledScratch(float[][] vectors, int dimension) {
        this.vectors = vectors;
        this.dimension = dimension;
        this.slot = ThreadLocal.withInitial(() -> new Scratch());
    }

    public int nearest(float[] query) {
        Scratch scratch = slot.get();
        scratch.load(query);
        int best = -1;
        float bestDistance = Float.MAX_VALUE;
        for (int i = 0; i < vectors.length; i++) {
            float d = scratch.distanceTo(i);
            if (d < bestDistance) {
                bestDistance = d;
                best = i;
            }
        }
        return best;
    }

    private final class Scratch {
        private final float[] query = new float[dimension];

        void load(float[] source) {
            System.arraycopy(source, 0, query, 0, query.length);
        }

        float distanceTo(int ordinal) {
            float[] other = vectors[ordinal];
            float sum = 0f;
            for (int k = 0; k < query.length; k++) {
                float diff = other[k] - query[k];
                sum += diff * diff;
            }
            return sum;
        }
    }
}
