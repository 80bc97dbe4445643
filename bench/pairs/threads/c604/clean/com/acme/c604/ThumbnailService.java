package com.acme.c604;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

public class ThumbnailService {
    private final Function<byte[], byte[]> scaler;

    public ThumbnailService(Function<byte[], byte[]> scaler) {
        this.scaler = scaler;
    }

    public CompletableFuture<byte[]> thumbnail(byte[] image) {
        return BackgroundWork.supply(() -> scaler.apply(image));
    }

    public CompletableFuture<Void> warmUp(List<byte[]> samples) {
        return BackgroundWork.run(() -> samples.forEach(scaler::apply));
    }
}
