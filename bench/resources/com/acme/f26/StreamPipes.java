package com.acme.f26;

import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.function.Predicate;
import java.util.stream.*;

public class StreamPipes {

    // BAD
    long count(Path p) throws IOException {
        return Files.lines(p).count();
    }

    // GOOD
    long countOf(Path p) throws IOException {
        try (Stream<String> s = Files.lines(p)) {
            return s.count();
        }
    }

    // BAD
    List<Path> walkOf(Path dir) throws IOException {
        return Files.walk(dir).filter(Files::isRegularFile).collect(Collectors.toList());
    }

    // GOOD
    List<Path> walk(Path dir) throws IOException {
        try (Stream<Path> s = Files.walk(dir)) {
            return s.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }

    // GOOD
    Stream<String> lines(Path p) throws IOException {
        return Files.lines(p).map(String::trim).filter(Predicate.not(String::isEmpty));
    }

    // GOOD
    long mem(List<String> l) {
        Stream<String> s = l.stream();
        return s.map(String::length).filter(n -> n > 3).count();
    }

    // GOOD
    List<String> flat(List<Path> ps) {
        return ps.stream().flatMap(p -> {
            try {
                return Files.lines(p);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).collect(Collectors.toList());
    }

    // BAD
    List<String> mapped(List<Path> ps) {
        return ps.stream().map(p -> {
            try {
                return Files.lines(p);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).map(s -> s.findFirst().orElse("")).collect(Collectors.toList());
    }

    // BAD
    boolean any(Path dir, String ext) throws IOException {
        Stream<Path> s = Files.list(dir);
        if (s.anyMatch(p -> p.toString().endsWith(ext))) {
            s.close();
            return true;
        }
        return false;
    }

    // GOOD
    boolean anyOf(Path dir, String ext) throws IOException {
        Stream<Path> s = Files.list(dir);
        try {
            return s.anyMatch(p -> p.toString().endsWith(ext));
        } finally {
            s.close();
        }
    }

    // GOOD
    boolean derived(Path dir) throws IOException {
        try (Stream<String> names = Files.list(dir).map(Path::toString)) {
            return names.anyMatch(n -> n.startsWith("."));
        }
    }

    // BAD
    void dirsOf(Path dir) throws IOException {
        DirectoryStream<Path> ds = Files.newDirectoryStream(dir, "*.txt");
        for (Path p : ds) {
            System.out.println(p);
        }
    }

    // GOOD
    void dirs(Path dir) throws IOException {
        try (DirectoryStream<Path> ds = Files.newDirectoryStream(dir, "*.txt")) {
            for (Path p : ds) {
                System.out.println(p);
            }
        }
    }

    // GOOD
    Stream<String> attached(Path p) throws IOException {
        BufferedReader r = Files.newBufferedReader(p);
        return r.lines().onClose(() -> {
            try {
                r.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
