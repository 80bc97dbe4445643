package com.acme.p610;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Base of the log shippers; the gateway refreshes their configuration at run time. */
public abstract class AbstractLogClient<C> {
    private final AtomicBoolean started = new AtomicBoolean();

    public final void initClient(C config) {
        close();
        initClient0(config);
        started.set(true);
    }

    public final void consume(List<String> lines) {
        if (started.get() && !lines.isEmpty()) {
            consume0(lines);
        }
    }

    public final void close() {
        if (started.compareAndSet(true, false)) {
            close0();
        }
    }

    protected abstract void initClient0(C config);

    protected abstract void consume0(List<String> lines);

    protected abstract void close0();
}
