package com.acme.f32;

import java.io.*;
import java.net.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.file.*;

public class Channels {

    // BAD
    long size(Path p) throws IOException {
        FileChannel ch = FileChannel.open(p, StandardOpenOption.READ);
        return ch.size();
    }

    // GOOD
    long sizeOf(Path p) throws IOException {
        try (FileChannel ch = FileChannel.open(p, StandardOpenOption.READ)) {
            return ch.size();
        }
    }

    // GOOD
    void copyOf(File a, File b) throws IOException {
        try (FileInputStream in = new FileInputStream(a); FileOutputStream out = new FileOutputStream(b)) {
            FileChannel src = in.getChannel();
            src.transferTo(0, src.size(), out.getChannel());
        }
    }

    // BAD
    void copy(File a, File b) throws IOException {
        FileChannel src = new FileInputStream(a).getChannel();
        FileChannel dst = new FileOutputStream(b).getChannel();
        src.transferTo(0, src.size(), dst);
        dst.close();
    }

    // GOOD
    MappedByteBuffer map(File a) throws IOException {
        try (RandomAccessFile r = new RandomAccessFile(a, "r")) {
            return r.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, r.length());
        }
    }

    // BAD
    MappedByteBuffer mapOf(File a) throws IOException {
        RandomAccessFile r = new RandomAccessFile(a, "r");
        return r.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, r.length());
    }

    // GOOD
    boolean locked(Path p) throws IOException {
        try (FileChannel ch = FileChannel.open(p, StandardOpenOption.WRITE); FileLock l = ch.tryLock()) {
            return l == null;
        }
    }

    // BAD
    boolean isLocked(Path p) throws IOException {
        FileChannel ch = FileChannel.open(p, StandardOpenOption.WRITE);
        FileLock l = ch.tryLock();
        if (l == null) {
            return true;
        }
        l.release();
        ch.close();
        return false;
    }

    // GOOD
    void update(FileChannel ch, ByteBuffer b) throws IOException {
        FileLock l = ch.lock();
        try {
            ch.write(b);
        } finally {
            l.release();
        }
    }

    // BAD
    int poll(int port) throws IOException {
        Selector sel = Selector.open();
        try (ServerSocketChannel ss = ServerSocketChannel.open()) {
            ss.bind(new InetSocketAddress(port));
            ss.configureBlocking(false);
            ss.register(sel, SelectionKey.OP_ACCEPT);
            return sel.select(100);
        }
    }

    // GOOD
    int polls(int port) throws IOException {
        try (Selector sel = Selector.open(); ServerSocketChannel ss = ServerSocketChannel.open()) {
            ss.bind(new InetSocketAddress(port));
            ss.configureBlocking(false);
            ss.register(sel, SelectionKey.OP_ACCEPT);
            return sel.select(100);
        }
    }

    // BAD
    SocketChannel connectTo(InetSocketAddress a) throws IOException {
        SocketChannel ch = SocketChannel.open();
        ch.configureBlocking(false);
        ch.connect(a);
        return ch;
    }

    // GOOD
    SocketChannel connect(InetSocketAddress a) throws IOException {
        SocketChannel ch = SocketChannel.open();
        try {
            ch.configureBlocking(false);
            ch.connect(a);
        } catch (IOException | RuntimeException e) {
            ch.close();
            throw e;
        }
        return ch;
    }
}
