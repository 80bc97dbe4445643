package com.acme.f31;

import java.io.*;
import java.net.*;
import java.util.concurrent.*;

public class Sockets {
    private volatile boolean running = true;
    private final ExecutorService pool;

    Sockets(ExecutorService pool) {
        this.pool = pool;
    }

    // BAD
    String ask(String host, int port, String q) throws IOException {
        Socket s = new Socket(host, port);
        PrintWriter w = new PrintWriter(s.getOutputStream(), true);
        w.println(q);
        return new BufferedReader(new InputStreamReader(s.getInputStream())).readLine();
    }

    // GOOD
    String asks(String host, int port, String q) throws IOException {
        try (Socket s = new Socket(host, port)) {
            PrintWriter w = new PrintWriter(s.getOutputStream(), true);
            w.println(q);
            return new BufferedReader(new InputStreamReader(s.getInputStream())).readLine();
        }
    }

    // BAD
    String fetchOf(String host, int port) throws IOException {
        Socket s = new Socket();
        s.connect(new InetSocketAddress(host, port), 500);
        try (InputStream in = s.getInputStream()) {
            return new String(in.readAllBytes());
        }
    }

    // GOOD
    String fetch(String host, int port) throws IOException {
        Socket s = new Socket();
        try {
            s.connect(new InetSocketAddress(host, port), 500);
            return new String(s.getInputStream().readAllBytes());
        } finally {
            s.close();
        }
    }

    // GOOD
    void serve(int port) throws IOException {
        try (ServerSocket ss = new ServerSocket(port)) {
            while (running) {
                try (Socket s = ss.accept()) {
                    s.getOutputStream().write('k');
                }
            }
        }
    }

    // BAD
    void server(int port) throws IOException {
        try (ServerSocket ss = new ServerSocket(port)) {
            while (running) {
                Socket s = ss.accept();
                s.getOutputStream().write('k');
            }
        }
    }

    private void handle(Socket s) {
        try (s) {
            s.getOutputStream().write('h');
        } catch (IOException e) {
            System.err.println(e);
        }
    }

    // GOOD
    void threaded(int port) throws IOException {
        try (ServerSocket ss = new ServerSocket(port)) {
            while (running) {
                Socket s = ss.accept();
                new Thread(() -> handle(s)).start();
            }
        }
    }

    // BAD
    void pooled(int port) throws IOException {
        try (ServerSocket ss = new ServerSocket(port)) {
            while (running) {
                Socket s = ss.accept();
                pool.execute(() -> {
                    try {
                        s.getOutputStream().write('p');
                    } catch (IOException e) {
                        System.err.println(e);
                    }
                });
            }
        }
    }

    // BAD
    int freePort() throws IOException {
        ServerSocket ss = new ServerSocket(0);
        return ss.getLocalPort();
    }

    // GOOD
    int freePortOf() throws IOException {
        try (ServerSocket ss = new ServerSocket(0)) {
            return ss.getLocalPort();
        }
    }

    // BAD
    void sendTo(byte[] b, InetAddress to) throws IOException {
        DatagramSocket d = new DatagramSocket();
        d.send(new DatagramPacket(b, b.length, to, 514));
        d.close();
    }

    // GOOD
    void send(byte[] b, InetAddress to) throws IOException {
        try (DatagramSocket d = new DatagramSocket()) {
            d.send(new DatagramPacket(b, b.length, to, 514));
        }
    }

    // GOOD
    void daemon(int port) throws IOException {
        ServerSocket ss = new ServerSocket(port);
        try {
            for (;;) {
                Socket s = ss.accept();
                try {
                    s.getOutputStream().write('d');
                } catch (IOException e) {
                    System.err.println(e);
                } finally {
                    s.close();
                }
            }
        } finally {
            ss.close();
        }
    }
}
