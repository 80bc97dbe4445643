package com.acme.p613;

import java.io.Closeable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Versioned catalog client; the engine opens one for each catalog session. */
public class CatalogTransport implements Closeable {
    private final Transport transport;
    private final Function<URI, String> exchange;

    public CatalogTransport(URI base, int threads) {
        this.exchange = uri -> "GET " + uri;
        this.transport = Transport.over(base, Executors.newFixedThreadPool(threads, r -> {
            Thread t = new Thread(r, "catalog-http");
            t.setDaemon(true);
            return t;
        }));
    }

    public String reference(String name) {
        return transport.send("trees/" + name, exchange).join();
    }

    public List<String> references(Collection<String> names) {
        List<CompletableFuture<String>> pending = new ArrayList<>();
        names.forEach(n -> pending.add(transport.send("trees/" + n, exchange)));
        List<String> answers = new ArrayList<>();
        pending.forEach(f -> answers.add(f.join()));
        return answers;
    }

    @Override
    public void close() {
        System.getLogger("catalog").log(System.Logger.Level.DEBUG, "catalog client closed");
    }
}
