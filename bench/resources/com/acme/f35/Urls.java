package com.acme.f35;

import com.sun.net.httpserver.*;
import java.io.*;
import java.net.*;
import java.nio.file.*;
import java.util.Properties;

public class Urls {

    // BAD
    String text(URL u) throws IOException {
        return new String(u.openStream().readAllBytes());
    }

    // GOOD
    String textOf(URL u) throws IOException {
        try (InputStream in = u.openStream()) {
            return new String(in.readAllBytes());
        }
    }

    // BAD
    int statusOf(URL u, byte[] body) throws IOException {
        HttpURLConnection c = (HttpURLConnection) u.openConnection();
        c.setDoOutput(true);
        OutputStream o = c.getOutputStream();
        o.write(body);
        int code = c.getResponseCode();
        if (code >= 400) {
            return -code;
        }
        o.close();
        c.disconnect();
        return code;
    }

    // GOOD
    int status(URL u, byte[] body) throws IOException {
        HttpURLConnection c = (HttpURLConnection) u.openConnection();
        try {
            c.setDoOutput(true);
            try (OutputStream o = c.getOutputStream()) {
                o.write(body);
            }
            return c.getResponseCode();
        } finally {
            c.disconnect();
        }
    }

    // BAD
    void download(URL u, Path to) throws IOException {
        URLConnection c = u.openConnection();
        InputStream in = c.getInputStream();
        Files.copy(in, to);
    }

    // GOOD
    void downloadTo(URL u, Path to) throws IOException {
        URLConnection c = u.openConnection();
        c.setConnectTimeout(1000);
        try (InputStream in = c.getInputStream()) {
            Files.copy(in, to);
        }
    }

    // BAD
    Properties configOf(String name) throws IOException {
        Properties p = new Properties();
        InputStream in = Urls.class.getClassLoader().getResourceAsStream(name);
        if (in != null) {
            p.load(in);
        }
        return p;
    }

    // GOOD
    Properties config(String name) throws IOException {
        Properties p = new Properties();
        try (InputStream in = Urls.class.getClassLoader().getResourceAsStream(name)) {
            if (in != null) {
                p.load(in);
            }
        }
        return p;
    }

    // GOOD
    HttpServer start(int port) throws IOException {
        HttpServer s = HttpServer.create(new InetSocketAddress(port), 0);
        s.createContext("/", ex -> {
            byte[] b = "ok".getBytes();
            ex.sendResponseHeaders(200, b.length);
            try (OutputStream o = ex.getResponseBody()) {
                o.write(b);
            }
        });
        s.start();
        return s;
    }

    // GOOD
    long length(URL u) throws IOException {
        HttpURLConnection c = (HttpURLConnection) u.openConnection();
        c.setRequestMethod("HEAD");
        try {
            return c.getContentLengthLong();
        } finally {
            c.disconnect();
        }
    }

    // BAD
    void reply(HttpExchange ex, File f) throws IOException {
        ex.sendResponseHeaders(200, f.length());
        try (OutputStream o = ex.getResponseBody()) {
            FileInputStream in = new FileInputStream(f);
            in.transferTo(o);
        }
    }

    // GOOD
    void replyWith(HttpExchange ex, File f) throws IOException {
        try (FileInputStream in = new FileInputStream(f); OutputStream o = ex.getResponseBody()) {
            ex.sendResponseHeaders(200, f.length());
            in.transferTo(o);
        }
    }
}
