package com.acme.c616;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Remembers the countries of recently seen addresses. */
public final class GeoLookups {
    private static final Map<String, String> CACHE = Collections.synchronizedMap(new Recent<>(5_000));

    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int max;

        Recent(int max) {
            super(64, 0.75f, true);
            this.max = max;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > max;
        }
    }

    private final Function<String, String> service;

    public GeoLookups(Function<String, String> service) {
        this.service = service;
    }

    public String country(String address) {
        String known = CACHE.get(address);
        if (known != null) {
            return known;
        }
        String country = service.apply(address);
        CACHE.put(address, country == null ? "??" : country);
        return country;
    }

    public boolean inEurope(String address, Set<String> european) {
        return european.contains(country(address));
    }
}
