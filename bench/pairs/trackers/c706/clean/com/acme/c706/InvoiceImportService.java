package com.acme.c706;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class InvoiceImportService {

    private int total;

    public String run(Path file) throws IOException {
        InvoiceImport run = new InvoiceImport();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            run.read(in);
        }
        total += run.accepted();
        return run.accepted() + " invoices, " + run.problems().size() + " problems " + run.problems();
    }

    public int total() {
        return total;
    }
}
