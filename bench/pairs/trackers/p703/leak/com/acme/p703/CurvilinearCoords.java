package com.acme.p703;

final class CurvilinearCoords {

    private final double[] longitudes;
    private final double[] latitudes;

    CurvilinearCoords(double[] longitudes, double[] latitudes) {
        this.longitudes = longitudes;
        this.latitudes = latitudes;
    }

    int size() {
        return longitudes.length;
    }

    double lon(int i) {
        return longitudes[i];
    }

    double lat(int i) {
        return latitudes[i];
    }
}
