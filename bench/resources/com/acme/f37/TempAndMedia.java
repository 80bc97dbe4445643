package com.acme.f37;

import java.io.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.util.*;
import java.util.logging.*;
import javax.imageio.*;
import javax.imageio.stream.*;
import javax.sound.sampled.*;

public class TempAndMedia {

    // BAD
    File temp(byte[] b) throws IOException {
        File f = File.createTempFile("x", ".bin");
        FileOutputStream o = new FileOutputStream(f);
        o.write(b);
        return f;
    }

    // GOOD
    File tempOf(byte[] b) throws IOException {
        File f = File.createTempFile("x", ".bin");
        try (FileOutputStream o = new FileOutputStream(f)) {
            o.write(b);
        }
        f.deleteOnExit();
        return f;
    }

    // GOOD
    byte[] roundTrip(byte[] b) throws IOException {
        Path p = Files.createTempFile("r", null);
        try {
            Files.write(p, b);
            return Files.readAllBytes(p);
        } finally {
            Files.deleteIfExists(p);
        }
    }

    // BAD
    void gone(byte[] b) throws IOException {
        OutputStream o = Files.newOutputStream(Files.createTempFile("g", null), StandardOpenOption.DELETE_ON_CLOSE);
        o.write(b);
    }

    // BAD
    float rateOf(File f) throws IOException, UnsupportedAudioFileException {
        AudioInputStream a = AudioSystem.getAudioInputStream(f);
        return a.getFormat().getSampleRate();
    }

    // GOOD
    float rate(File f) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream a = AudioSystem.getAudioInputStream(f)) {
            return a.getFormat().getSampleRate();
        }
    }

    // GOOD
    long play(File f) throws IOException, UnsupportedAudioFileException, LineUnavailableException {
        try (AudioInputStream a = AudioSystem.getAudioInputStream(f); Clip c = AudioSystem.getClip()) {
            c.open(a);
            c.start();
            return c.getMicrosecondLength();
        }
    }

    // BAD
    long beep(File f) throws IOException, UnsupportedAudioFileException, LineUnavailableException {
        Clip c = AudioSystem.getClip();
        try (AudioInputStream a = AudioSystem.getAudioInputStream(f)) {
            c.open(a);
            c.start();
            return c.getMicrosecondLength();
        }
    }

    // GOOD
    int width(File f) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(f)) {
            Iterator<ImageReader> it = ImageIO.getImageReaders(in);
            if (!it.hasNext()) {
                return -1;
            }
            ImageReader r = it.next();
            try {
                r.setInput(in);
                return r.getWidth(0);
            } finally {
                r.dispose();
            }
        }
    }

    // BAD
    boolean image(File f) throws IOException {
        ImageInputStream in = ImageIO.createImageInputStream(f);
        return ImageIO.getImageReaders(in).hasNext();
    }

    // GOOD
    void logTo(Logger log, String file) throws IOException {
        FileHandler h = new FileHandler(file);
        h.setFormatter(new SimpleFormatter());
        log.addHandler(h);
    }

    // GOOD
    void logOnce(Logger log, String file, String s) throws IOException {
        FileHandler h = new FileHandler(file);
        log.addHandler(h);
        try {
            log.info(s);
        } finally {
            log.removeHandler(h);
            h.close();
        }
    }

    // BAD
    void watch(Path dir) throws IOException, InterruptedException {
        WatchService ws = dir.getFileSystem().newWatchService();
        dir.register(ws, StandardWatchEventKinds.ENTRY_CREATE);
        WatchKey k = ws.take();
        k.pollEvents().forEach(e -> System.out.println(e.context()));
        k.cancel();
    }

    // GOOD
    void watchOnce(Path dir) throws IOException, InterruptedException {
        try (WatchService ws = dir.getFileSystem().newWatchService()) {
            dir.register(ws, StandardWatchEventKinds.ENTRY_CREATE);
            WatchKey k = ws.take();
            k.pollEvents().forEach(e -> System.out.println(e.context()));
        }
    }
}
