package com.acme.c618;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

public class InvoiceRun implements Runnable {
    private final Supplier<Stream<String>> openInvoices;
    private final BiConsumer<String, Long> ledger;
    private final Consumer<List<String>> mail;

    public InvoiceRun(Supplier<Stream<String>> openInvoices, BiConsumer<String, Long> ledger, Consumer<List<String>> mail) {
        this.openInvoices = openInvoices;
        this.ledger = ledger;
        this.mail = mail;
    }

    @Override
    public void run() {
        InvoiceBatch batch = new InvoiceBatch();
        try (Stream<String> lines = openInvoices.get()) {
            lines.map(l -> l.split(";", 2)).filter(p -> p.length == 2).forEach(p -> batch.add(p[0], p[1]));
        }
        batch.totals().forEach(ledger);
        if (!batch.problems().isEmpty()) {
            mail.accept(batch.problems());
        }
    }
}
