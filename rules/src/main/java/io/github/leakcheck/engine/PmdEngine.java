package io.github.leakcheck.engine;

import io.github.leakcheck.bytecode.ClassPathProgram;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.source.LeakRule;
import io.github.leakcheck.source.SourceJudge;
import io.github.leakcheck.source.SourceProgram;
import io.github.leakcheck.source.SourceSink;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;
import net.sourceforge.pmd.lang.JvmLanguagePropertyBundle;
import net.sourceforge.pmd.lang.Language;
import net.sourceforge.pmd.lang.LanguageRegistry;
import net.sourceforge.pmd.lang.LanguageVersion;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.lang.rule.RuleSet;
import net.sourceforge.pmd.reporting.FileAnalysisListener;
import net.sourceforge.pmd.reporting.Report;
import net.sourceforge.pmd.reporting.RuleViolation;
import net.sourceforge.pmd.util.log.PmdReporter;

/** Judges source files inside PMD, and lets a user's own rulesets look at all of them. */
final class PmdEngine implements SourceSink {
  private static final Pattern PARSING =
      Pattern.compile("ParseException: Parse exception in file '.*' at (.*):");

  private final Language java = LanguageRegistry.PMD.getLanguageById("java");
  private final Scope scope;
  private final Sources sources;
  private final List<String> failures = new ArrayList<>();
  private final GuestReport.Collector guests = new GuestReport.Collector();
  private final Set<String> wanted;
  private final Progress progress;
  private final List<RuleSet> rulesets;
  private SourceProgram program;

  private PmdEngine(
      Scope scope, Sources sources, Collection<Sources.File> wanted, Progress progress) {
    this.progress = progress;
    this.scope = scope;
    this.sources = sources;
    this.wanted = wanted.stream().map(file -> file.path().toString()).collect(Collectors.toSet());
    this.rulesets = PmdGuests.load(scope.guests().pmdRulesets());
  }

  /** Judges files from source; guests look at those of the whole scope. */
  static Raw run(
      Scope scope,
      Catalog catalog,
      Sources sources,
      Texts texts,
      Division division,
      Progress progress) {
    Collection<Sources.File> files = division.sourceFiles();
    PmdEngine engine = new PmdEngine(scope, sources, files, progress);
    Collection<Sources.File> read = engine.rulesets.isEmpty() ? files : engine.included();
    return read.isEmpty() ? Raw.NOTHING : engine.run(catalog, texts, division, read);
  }

  private Raw run(Catalog catalog, Texts texts, Division division, Collection<Sources.File> read) {
    try (ClassPathProgram libraries = ClassPathProgram.open(libraries());
        Headers headers = new Headers(auxClassPath(), division.uncompiled(), texts);
        ModuleSources others = others(division, texts, headers)) {
      program = SourceProgram.of(libraries, others);
      analyse(read, headers);
      SourceJudge judge = new SourceJudge(catalog, libraries);
      SourceJudge.Verdict verdict = judge.judge(program);
      failures.addAll(verdict.failures());
      List<String> notes = new ArrayList<>(libraries.notes());
      notes.addAll(failures);
      failures.addAll(libraries.failures());
      return new Raw(
          verdict.findings(),
          verdict.classes(),
          notes,
          failures,
          verdict.coarse(),
          guests.report());
    }
  }

  private ModuleSources others(Division division, Texts texts, Headers headers) {
    JvmLanguagePropertyBundle properties = (JvmLanguagePropertyBundle) java.newPropertyBundle();
    properties.setClassLoader(headers);
    return new ModuleSources(
        division.uncompiled(), texts, version(), properties, division.isAllFromSource());
  }

  private Collection<Sources.File> included() {
    return sources.files().stream().filter(file -> scope.included().test(file.inside())).toList();
  }

  /** Nothing is judged from class files here, but bodies of libraries tell who closes what. */
  private ClassPathProgram.Input libraries() {
    Stream<Path> own = scope.classFolders().stream().filter(Files::exists);
    Stream<Path> modules = scope.classPath().stream().filter(Files::isDirectory);
    List<Path> jars = scope.classPath().stream().filter(Files::isRegularFile).toList();
    return new ClassPathProgram.Input(
        List.of(), Stream.concat(own, modules).toList(), jars, scope.release(), name -> false);
  }

  /** PMD ends at a file nested too deeply for its parser; the others are judged without it. */
  private void analyse(Collection<Sources.File> files, Headers headers) {
    // leakcheck:ignore unclosed-auto-closeable its close() does nothing
    Started started = new Started(new Listener());
    List<Sources.File> rest = List.copyOf(files);
    while (!rest.isEmpty()) {
      List<Sources.File> now = rest;
      try {
        analyse(now, headers, started);
        rest = List.of();
      } catch (StackOverflowError e) {
        failures.add("cannot read " + sources.inside(started.last()) + ": nested too deeply");
        rest = now.stream().filter(file -> !started.contains(file.path())).toList();
        if (rest.size() == now.size()) {
          throw e; // not the fault of a file
        }
      }
    }
  }

  private void analyse(List<Sources.File> files, Headers headers, Started started) {
    try (PmdAnalysis pmd = PmdAnalysis.create(configuration())) {
      ((JvmLanguagePropertyBundle) pmd.getLanguageProperties(java)).setClassLoader(headers);
      LeakRule rule = LeakRule.into(this);
      rule.setLanguage(java);
      pmd.addRuleSet(RuleSet.forSingleRule(rule));
      pmd.addRuleSets(rulesets);
      pmd.addListener(started);
      files.forEach(file -> pmd.files().addFile(file.path(), java));
      pmd.performAnalysis();
    }
  }

  private PMDConfiguration configuration() {
    PMDConfiguration configuration = new PMDConfiguration();
    configuration.setReporter(PmdReporter.quiet());
    configuration.setIgnoreIncrementalAnalysis(true);
    configuration.setThreads(0);
    configuration.setSourceEncoding(scope.encoding());
    configuration.setDefaultLanguageVersion(version());
    return configuration;
  }

  /** The project's release, or the newest that PMD knows without preview features. */
  private LanguageVersion version() {
    String name = scope.release() <= 8 ? "1." + scope.release() : "" + scope.release();
    LanguageVersion exact = java.getVersion(name);
    if (exact != null) {
      return exact;
    }
    return java.getVersions().stream()
        .filter(version -> !version.getVersion().contains("preview"))
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  private String auxClassPath() {
    // PMD takes the running JDK anyway; named here, it does not warn of it.
    Path platform = Path.of(System.getProperty("java.home"), "lib", "jrt-fs.jar");
    return Stream.of(scope.classPath(), scope.classFolders(), List.of(platform))
        .flatMap(List::stream)
        .filter(PmdEngine::isReadable)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** PMD ends at a jar that is none. */
  private static boolean isReadable(Path entry) {
    if (Files.isDirectory(entry)) {
      return true;
    }
    try (ZipFile zip = new ZipFile(entry.toFile())) {
      return zip.size() >= 0;
    } catch (IOException noZip) {
      return false;
    }
  }

  @Override
  public boolean wants(String path) {
    return wanted.contains(path);
  }

  @Override
  public synchronized void read(String path, ASTCompilationUnit file) {
    try {
      program.add(file, named(path));
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(sources.inside(path) + ": could not read the file: " + e);
    }
    progress.step();
  }

  /** The path inside its source root, unless that means another file. */
  private String named(String path) {
    String inside = sources.inside(path);
    boolean same = sources.find(inside).filter(f -> f.path().toString().equals(path)).isPresent();
    return same ? inside : path;
  }

  private synchronized void note(Report.ProcessingError error) {
    String path = sources.inside(error.getFileId().getAbsolutePath());
    String why = error.getMsg().lines().findFirst().orElse("");
    failures.add("cannot read " + path + ": " + PARSING.matcher(why).replaceFirst("no Java at $1"));
  }

  /** What PMD says of a file. */
  private final class Listener implements FileAnalysisListener {
    @Override
    public void onRuleViolation(RuleViolation violation) {
      guests.add(PmdGuests.finding(violation), PmdGuests.rule(violation));
    }

    @Override
    public void onError(Report.ProcessingError error) {
      note(error);
    }
  }
}
