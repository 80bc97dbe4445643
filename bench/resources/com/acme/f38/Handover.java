package com.acme.f38;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.concurrent.*;

public class Handover implements Closeable {
    private final BlockingQueue<InputStream> queue = new LinkedBlockingQueue<>();
    private final Map<String, Writer> open = new HashMap<>();

    static final class Page {
        final String title;
        final InputStream body;

        Page(String title, InputStream body) {
            this.title = title;
            this.body = body;
        }
    }

    // GOOD
    Page page(Path p) throws IOException {
        return new Page(p.toString(), Files.newInputStream(p));
    }

    // BAD
    String title(Path p) throws IOException {
        Page pg = new Page(p.toString(), Files.newInputStream(p));
        return pg.title;
    }

    // GOOD
    int body(Path p) throws IOException {
        Page pg = page(p);
        try {
            return pg.body.read();
        } finally {
            pg.body.close();
        }
    }

    // GOOD
    void submit(Path p) throws IOException {
        queue.add(Files.newInputStream(p));
    }

    // BAD
    boolean offer(Path p, String tag) throws IOException {
        InputStream in = Files.newInputStream(p);
        if (tag.isEmpty()) {
            return false;
        }
        return queue.add(in);
    }

    // GOOD
    void worker() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            try (InputStream in = queue.take()) {
                System.out.println(in.read());
            } catch (IOException e) {
                System.err.println(e);
            }
        }
    }

    // GOOD
    Writer writer(String name) throws IOException {
        Writer w = open.get(name);
        if (w == null) {
            w = new FileWriter(name);
            open.put(name, w);
        }
        return w;
    }

    // BAD
    Writer fresh(String name) throws IOException {
        Writer w = new FileWriter(name);
        w.write("# " + name);
        open.put(name, w);
        return w;
    }

    // GOOD
    void async(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        Thread t = new Thread(() -> {
            try (in) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                System.err.println(e);
            }
        });
        t.start();
    }

    // BAD
    void asyncOf(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        Thread t = new Thread(() -> {
            try {
                in.transferTo(OutputStream.nullOutputStream());
                in.close();
            } catch (IOException e) {
                System.err.println(e);
            }
        });
        t.start();
    }

    // GOOD
    CompletableFuture<Integer> future(Path p) {
        return CompletableFuture.supplyAsync(() -> {
            try (InputStream in = Files.newInputStream(p)) {
                return in.read();
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        for (Writer w : open.values()) {
            try {
                w.close();
            } catch (IOException e) {
                System.err.println(e);
            }
        }
        for (InputStream in; (in = queue.poll()) != null;) {
            try {
                in.close();
            } catch (IOException e) {
                System.err.println(e);
            }
        }
    }
}
