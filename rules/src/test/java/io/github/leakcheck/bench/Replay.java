package io.github.leakcheck.bench;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.engine.Analysis;
import io.github.leakcheck.engine.Outcome;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.model.Finding;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Runs the analysis over published releases in one JVM and writes one SARIF file for each, to be
 * scored. See {@code bench/replay.sh}.
 */
public final class Replay {
  private final Options options;
  private final Catalog catalog;
  private final PrintStream log;
  private final Set<String> files;
  private final AtomicInteger done = new AtomicInteger();

  private Replay(Options options, Catalog catalog, PrintStream log) throws IOException {
    this.options = options;
    this.catalog = catalog;
    this.log = log;
    this.files = options.cases() ? Release.files(options.manifest()) : Set.of();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Replay " + e.getMessage(), e);
    }
    new Replay(options, Catalog.load(List.of()), System.err).run();
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(options.out());
    List<Release> releases =
        Release.read(options.manifest()).stream().filter(this::isWanted).toList();
    long start = System.nanoTime();
    ExecutorService pool = Executors.newFixedThreadPool(options.jobs());
    try {
      List<Future<?>> tasks = new ArrayList<>();
      for (Release release : releases) {
        tasks.add(pool.submit(() -> one(release, releases.size())));
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
    log.printf(
        "%d releases in %.1f s, %s%n",
        done.get(), (System.nanoTime() - start) / 1e9, processorTime());
  }

  /** The processor time of this JVM, as {@link Cost} reads it. */
  static String processorTime() {
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return String.format(Locale.ROOT, "%.1f s CPU", cpu.toMillis() / 1e3);
  }

  private boolean isWanted(Release release) {
    return options.only().matcher(release.fileName()).find()
        && Files.exists(release.folder(options.work()).resolve("artifact.jar"))
        && Files.exists(release.folder(options.work()).resolve("sources.jar"))
        && (options.again() || !Files.exists(file(release)));
  }

  private Path file(Release release) {
    return options.out().resolve(release.fileName() + ".sarif");
  }

  private void one(Release release, int all) {
    long start = System.nanoTime();
    try {
      Path sources = Unpacked.sources(release.folder(options.work()));
      Outcome outcome = Analysis.run(scope(release, sources), catalog);
      List<Finding> shown =
          outcome.findings().stream()
              .filter(f -> f.confidence().compareTo(options.minConfidence()) >= 0)
              .toList();
      String prefix = sources + "/";
      String text =
          new Sarif(catalog, f -> f.startsWith(prefix) ? f.substring(prefix.length()) : f)
              .write(shown);
      Files.writeString(file(release), text, StandardCharsets.UTF_8);
      report(release, outcome, shown.size(), start, all);
    } catch (IOException | RuntimeException e) {
      log.printf("%d/%d %s FAILED %s%n", done.incrementAndGet(), all, release.fileName(), e);
      e.printStackTrace(log);
    }
  }

  private void report(Release release, Outcome outcome, int shown, long start, int all) {
    log.printf(
        "%d/%d %s: %d findings (%d shown), %d classes from bytecode, %d from source, %.1f s, %d notes%n",
        done.incrementAndGet(),
        all,
        release.fileName(),
        outcome.findings().size(),
        shown,
        outcome.judged().bytecode(),
        outcome.judged().source(),
        (System.nanoTime() - start) / 1e9,
        outcome.notes().size());
    if (options.notes()) {
      outcome.notes().forEach(note -> log.println("    " + note));
    }
  }

  private Scope scope(Release release, Path sources) throws IOException {
    Path folder = release.folder(options.work());
    Path jar = folder.resolve("artifact.jar");
    List<Path> classPath = options.bare() ? List.of() : classPath(folder);
    boolean source = options.engines() == Scope.Engines.SOURCE && !options.resolved();
    return new Scope(
        release.fileName(),
        List.of(sources),
        source ? List.of() : List.of(jar),
        classPath,
        javaRelease(jar),
        StandardCharsets.UTF_8,
        files.isEmpty() ? file -> true : files::contains,
        options.engines());
  }

  /** The dependencies that the work folder lists for a release. */
  static List<Path> classPath(Path folder) throws IOException {
    List<Path> classPath = new ArrayList<>();
    if (Files.exists(folder.resolve("classpath.txt"))) {
      for (String line : Files.readAllLines(folder.resolve("classpath.txt"))) {
        for (String entry : line.split(java.io.File.pathSeparator)) {
          if (!entry.isBlank()) {
            classPath.add(Path.of(entry.strip()));
          }
        }
      }
    }
    return classPath;
  }

  /** The Java release that the newest class file of a jar names. */
  static int javaRelease(Path jar) throws IOException {
    int major = 52;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        if (entry.getName().endsWith(".class")
            && !entry.getName().startsWith("META-INF/")
            && !entry.getName().endsWith("module-info.class")) {
          try (DataInputStream in = new DataInputStream(zip.getInputStream(entry))) {
            in.readInt();
            in.readUnsignedShort();
            major = Math.max(major, in.readUnsignedShort());
          }
        }
      }
    }
    return Math.min(major - 44, 25);
  }
}
