package com.acme.f33;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.TimeUnit;

public class Commands {

    // BAD
    String run(String... cmd) throws IOException {
        Process p = new ProcessBuilder(cmd).start();
        BufferedReader r = new BufferedReader(new InputStreamReader(p.getInputStream()));
        return r.readLine();
    }

    // GOOD
    String runOf(String... cmd) throws IOException, InterruptedException {
        Process p = new ProcessBuilder(cmd).redirectErrorStream(true).start();
        try (BufferedReader r = new BufferedReader(new InputStreamReader(p.getInputStream()))) {
            return r.readLine();
        } finally {
            p.destroy();
            p.waitFor();
        }
    }

    // GOOD
    List<String> lines(ProcessBuilder pb) throws IOException, InterruptedException {
        List<String> out = new ArrayList<>();
        Process p = pb.redirectErrorStream(true).start();
        try (InputStream in = p.getInputStream();
             Scanner sc = new Scanner(in, StandardCharsets.UTF_8)) {
            while (sc.hasNextLine()) {
                out.add(sc.nextLine());
            }
        } finally {
            p.destroy();
        }
        p.waitFor(1, TimeUnit.SECONDS);
        return out;
    }

    // BAD
    int feedOf(ProcessBuilder pb, File input) throws IOException, InterruptedException {
        Process p = pb.inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start();
        FileInputStream in = new FileInputStream(input);
        try (OutputStream o = p.getOutputStream()) {
            in.transferTo(o);
        }
        return p.waitFor();
    }

    // GOOD
    int feed(ProcessBuilder pb, File input) throws IOException, InterruptedException {
        try (FileInputStream in = new FileInputStream(input)) {
            Process p = pb.inheritIO().redirectInput(ProcessBuilder.Redirect.PIPE).start();
            try (OutputStream o = p.getOutputStream()) {
                in.transferTo(o);
            }
            return p.waitFor();
        }
    }

    // BAD
    void capture(ProcessBuilder pb, File log) throws IOException, InterruptedException {
        PrintWriter w = new PrintWriter(new FileWriter(log));
        Process p = pb.redirectErrorStream(true).start();
        try (BufferedReader r = new BufferedReader(new InputStreamReader(p.getInputStream()))) {
            for (String s = r.readLine(); s != null; s = r.readLine()) {
                w.println(s);
            }
        }
        if (p.waitFor() == 0) {
            w.close();
        }
    }

    // GOOD
    void captureTo(ProcessBuilder pb, File log) throws IOException, InterruptedException {
        try (PrintWriter w = new PrintWriter(new FileWriter(log))) {
            Process p = pb.redirectErrorStream(true).start();
            try (BufferedReader r = new BufferedReader(new InputStreamReader(p.getInputStream()))) {
                for (String s = r.readLine(); s != null; s = r.readLine()) {
                    w.println(s);
                }
            }
            p.waitFor();
        }
    }

    // GOOD
    int readNumber() {
        Scanner sc = new Scanner(System.in);
        System.out.print("number: ");
        return sc.nextInt();
    }

    // GOOD
    String readName() throws IOException {
        BufferedReader r = new BufferedReader(new InputStreamReader(System.in));
        return r.readLine();
    }

    // GOOD
    void banner(String s) {
        PrintWriter w = new PrintWriter(System.out, true);
        w.println(s);
    }
}
