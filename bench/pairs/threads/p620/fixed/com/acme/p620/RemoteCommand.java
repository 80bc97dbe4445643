package com.acme.p620;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

public class RemoteCommand {
    private final byte[] payload;
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();

    public RemoteCommand(byte[] payload) {
        this.payload = payload;
    }

    public CompletableFuture<byte[]> execute(Function<byte[], CompletableFuture<byte[]>> remote) {
        Future<?> timeout = CommandTimeouts.getInstance().watch(this, Duration.ofHours(1));
        remote.apply(payload).whenComplete((answer, failure) -> {
            timeout.cancel(false);
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                result.complete(answer);
            }
        });
        return result;
    }

    void timedOut() {
        result.completeExceptionally(new TimeoutException(payload.length + " bytes not answered"));
    }
}
