package com.acme.f40;

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import java.util.zip.*;

public class LogImporter implements Closeable {
    private final Connection db;
    private final Path workDir;
    private PrintWriter rejects;
    private int rejected;

    // GOOD
    public LogImporter(String url, Path workDir) throws SQLException {
        this.workDir = workDir;
        this.db = DriverManager.getConnection(url);
    }

    // GOOD
    private BufferedReader open(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        boolean ok = false;
        try {
            if (p.getFileName().toString().endsWith(".gz")) {
                in = new GZIPInputStream(in, 8192);
            }
            BufferedReader r = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            ok = true;
            return r;
        } finally {
            if (!ok) {
                in.close();
            }
        }
    }

    // BAD
    public int importFile(Path p) throws IOException, SQLException {
        int n = 0;
        BufferedReader r = open(p);
        try (PreparedStatement ps = db.prepareStatement("insert into log(ts, msg) values(?, ?)")) {
            String line;
            while ((line = r.readLine()) != null) {
                int i = line.indexOf(' ');
                if (i < 0) {
                    reject(line);
                    continue;
                }
                ps.setLong(1, Long.parseLong(line.substring(0, i)));
                ps.setString(2, line.substring(i + 1));
                n += ps.executeUpdate();
            }
        } catch (NumberFormatException e) {
            reject(p + ": " + e.getMessage());
            return -1;
        }
        r.close();
        return n;
    }

    // GOOD
    public int importOne(Path p) throws IOException, SQLException {
        int n = 0;
        try (BufferedReader r = open(p);
             PreparedStatement ps = db.prepareStatement("insert into log(ts, msg) values(?, ?)")) {
            String line;
            while ((line = r.readLine()) != null) {
                int i = line.indexOf(' ');
                if (i < 0) {
                    reject(line);
                    continue;
                }
                ps.setLong(1, Long.parseLong(line.substring(0, i)));
                ps.setString(2, line.substring(i + 1));
                n += ps.executeUpdate();
            }
        } catch (NumberFormatException e) {
            reject(p + ": " + e.getMessage());
            return -1;
        }
        return n;
    }

    // GOOD
    private void reject(String line) throws IOException {
        if (rejects == null) {
            rejects = new PrintWriter(Files.newBufferedWriter(workDir.resolve("rejects.txt")));
        }
        rejects.println(line);
        rejected++;
    }

    // BAD
    public Set<String> levels() throws SQLException {
        Set<String> out = new TreeSet<>();
        Statement st = db.createStatement();
        try (ResultSet rs = st.executeQuery("select distinct level from log")) {
            while (rs.next()) {
                out.add(rs.getString(1));
            }
        }
        return out;
    }

    // GOOD
    public Map<String, Long> histogram() throws SQLException {
        Map<String, Long> out = new TreeMap<>();
        Statement st = db.createStatement();
        try {
            ResultSet rs = st.executeQuery("select level, count(*) from log group by level");
            while (rs.next()) {
                out.put(rs.getString(1), rs.getLong(2));
            }
        } finally {
            st.close();
        }
        return out;
    }

    // BAD
    public Path archive(List<Path> ps) throws IOException {
        Path dst = workDir.resolve("done.zip");
        try (ZipOutputStream z = new ZipOutputStream(Files.newOutputStream(dst))) {
            for (Path p : ps) {
                z.putNextEntry(new ZipEntry(p.getFileName().toString()));
                InputStream in = Files.newInputStream(p);
                try {
                    in.transferTo(z);
                    in.close();
                } catch (FileNotFoundException e) {
                    in.close();
                }
                z.closeEntry();
            }
        }
        return dst;
    }

    // GOOD
    public Path archiveAll(List<Path> ps) throws IOException {
        Path dst = workDir.resolve("done.zip");
        try (ZipOutputStream z = new ZipOutputStream(Files.newOutputStream(dst))) {
            for (Path p : ps) {
                z.putNextEntry(new ZipEntry(p.getFileName().toString()));
                Files.copy(p, z);
                z.closeEntry();
            }
        }
        return dst;
    }

    // BAD
    public static int runOnce(String url, Path dir, Path file) throws IOException, SQLException {
        LogImporter im = new LogImporter(url, dir);
        int n = im.importOne(file);
        if (n >= 0) {
            im.close();
        }
        return n;
    }

    // GOOD
    public static int run(String url, Path dir, Collection<Path> files) throws IOException, SQLException {
        int n = 0;
        try (LogImporter im = new LogImporter(url, dir)) {
            for (Path f : files) {
                n += im.importOne(f);
            }
            System.out.println(im.rejected + " rejected");
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        if (rejects != null) {
            rejects.close();
        }
        try {
            db.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
