package com.acme.p703;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;

public class GridDataset implements Closeable {

    private final RandomAccessFile file;
    private final CurvilinearCoords coords;

    public GridDataset(String location, int points) throws IOException {
        file = new RandomAccessFile(location, "r");
        double[] lons = new double[points];
        double[] lats = new double[points];
        for (int i = 0; i < points; i++) {
            lons[i] = file.readDouble();
            lats[i] = file.readDouble();
        }
        coords = new CurvilinearCoords(lons, lats);
    }

    public float read(double lon, double lat) throws IOException {
        int index = LookupGrid.generate(coords).find(lon, lat);
        if (index < 0) {
            return Float.NaN;
        }
        file.seek(16L * coords.size() + 4L * index);
        return file.readFloat();
    }

    @Override
    public void close() throws IOException {
        LookupGrid.forget(coords);
        file.close();
    }
}
