package com.acme.p627;

import java.util.ArrayList;
import java.util.List;

/** Permanent import of change records into the table. */
public class ImportService {
    private static final int BATCH = 25;

    private final BatchWriter writer;
    private List<String> open = new ArrayList<>(BATCH);

    public ImportService(BatchWriter writer) {
        this.writer = writer;
    }

    public synchronized void onRecord(String record) {
        open.add(record);
        if (open.size() == BATCH) {
            writer.write(open);
            open = new ArrayList<>(BATCH);
        }
    }
}
