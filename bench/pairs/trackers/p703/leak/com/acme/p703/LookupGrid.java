package com.acme.p703;

import java.util.HashMap;
import java.util.Map;

public final class LookupGrid {

    private static final int SIZE = 720;
    private static final Map<CurvilinearCoords, LookupGrid> CACHE = new HashMap<>();

    private final int[] nearest = new int[SIZE * SIZE];

    private LookupGrid(CurvilinearCoords coords) {
        for (int i = 0; i < coords.size(); i++) {
            nearest[cell(coords.lon(i), coords.lat(i))] = i + 1;
        }
    }

    static LookupGrid generate(CurvilinearCoords coords) {
        synchronized (CACHE) {
            LookupGrid grid = CACHE.get(coords);
            if (grid == null) {
                grid = new LookupGrid(coords);
                CACHE.put(coords, grid);
            }
            return grid;
        }
    }

    public int find(double lon, double lat) {
        return nearest[cell(lon, lat)] - 1;
    }

    private static int cell(double lon, double lat) {
        int x = (int) ((lon + 180) / 360 * (SIZE - 1));
        int y = (int) ((lat + 90) / 180 * (SIZE - 1));
        return y * SIZE + x;
    }
}
