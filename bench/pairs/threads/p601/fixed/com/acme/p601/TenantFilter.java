package com.acme.p601;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Binds the tenant of the inbound call so that the data layer can find it. */
public class TenantFilter {
    private static final ThreadLocal<TenantContext> CURRENT = new ThreadLocal<>();

    private final Function<String, String> tenantResolver;
    private final ExecutorService workers;

    public TenantFilter(Function<String, String> tenantResolver, ExecutorService workers) {
        this.tenantResolver = tenantResolver;
        this.workers = workers;
    }

    public Future<byte[]> dispatch(String host, byte[] body, Callable<byte[]> handler) {
        return workers.submit(() -> handle(host, body, handler));
    }

    private byte[] handle(String host, byte[] body, Callable<byte[]> handler) throws Exception {
        TenantContext context = new TenantContext(tenantResolver.apply(host));
        context.entityBody(body);
        CURRENT.set(context);
        try {
            return handler.call();
        } finally {
            CURRENT.remove();
        }
    }

    public static String currentTenant() {
        TenantContext context = CURRENT.get();
        return context == null ? "default" : context.tenant();
    }

    public static byte[] currentBody() {
        TenantContext context = CURRENT.get();
        return context == null ? new byte[0] : context.entityBody();
    }
}
