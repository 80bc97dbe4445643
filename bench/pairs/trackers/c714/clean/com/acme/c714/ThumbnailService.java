package com.acme.c714;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;

public class ThumbnailService {

    private final UnaryOperator<byte[]> scaler;

    public ThumbnailService(UnaryOperator<byte[]> scaler) {
        this.scaler = scaler;
    }

    public List<byte[]> thumbnails(List<byte[]> images) throws InterruptedException {
        try (ThumbnailBatch batch = new ThumbnailBatch(Math.min(4, images.size()), scaler)) {
            images.forEach(batch::add);
            return batch.results();
        } catch (ExecutionException e) {
            throw new IllegalStateException("scaling failed", e.getCause());
        }
    }
}
