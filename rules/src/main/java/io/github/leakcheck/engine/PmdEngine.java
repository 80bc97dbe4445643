package io.github.leakcheck.engine;

import io.github.leakcheck.bytecode.ClassPathProgram;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.source.LeakRule;
import io.github.leakcheck.source.SourceJudge;
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
import net.sourceforge.pmd.lang.Language;
import net.sourceforge.pmd.lang.LanguageRegistry;
import net.sourceforge.pmd.lang.LanguageVersion;
import net.sourceforge.pmd.lang.rule.RuleSet;
import net.sourceforge.pmd.reporting.FileAnalysisListener;
import net.sourceforge.pmd.reporting.Report;
import net.sourceforge.pmd.reporting.RuleViolation;
import net.sourceforge.pmd.util.log.PmdReporter;

/** Judges source files inside PMD, and lets a user's own rulesets look at all of them. */
final class PmdEngine implements SourceSink {
  private static final Pattern PARSING =
      Pattern.compile("ParseException: Parse exception in file '.*' at (.*):");

  private final Scope scope;
  private final Sources sources;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final GuestReport.Collector guests = new GuestReport.Collector();
  private final Set<String> wanted;
  private final Progress progress;
  private final List<RuleSet> rulesets;
  private int judged;
  private int coarse;

  private PmdEngine(
      Scope scope, Sources sources, Collection<Sources.File> wanted, Progress progress) {
    this.progress = progress;
    this.scope = scope;
    this.sources = sources;
    this.wanted = wanted.stream().map(file -> file.path().toString()).collect(Collectors.toSet());
    this.rulesets = PmdGuests.load(scope.guests().pmdRulesets());
  }

  /** Judges the files; guests look at those of the whole scope. */
  static Raw run(
      Scope scope,
      Catalog catalog,
      Sources sources,
      Collection<Sources.File> files,
      Progress progress) {
    PmdEngine engine = new PmdEngine(scope, sources, files, progress);
    Collection<Sources.File> read = engine.rulesets.isEmpty() ? files : engine.included();
    if (read.isEmpty()) {
      return Raw.NOTHING;
    }
    List<String> notes = new ArrayList<>();
    try (ClassPathProgram libraries = ClassPathProgram.open(engine.libraries())) {
      engine.analyse(read, new SourceJudge(catalog, libraries));
      notes.addAll(libraries.notes());
      engine.failures.addAll(libraries.failures());
    }
    notes.addAll(engine.failures);
    return new Raw(
        engine.findings,
        engine.judged,
        notes,
        engine.failures,
        engine.coarse,
        engine.guests.report());
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
  private void analyse(Collection<Sources.File> files, SourceJudge judge) {
    // leakcheck:ignore unclosed-auto-closeable its close() does nothing
    Started started = new Started(new Listener());
    List<Sources.File> rest = List.copyOf(files);
    while (!rest.isEmpty()) {
      List<Sources.File> now = rest;
      try {
        analyse(now, judge, started);
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

  private void analyse(List<Sources.File> files, SourceJudge judge, Started started) {
    Language java = LanguageRegistry.PMD.getLanguageById("java");
    try (PmdAnalysis pmd = PmdAnalysis.create(configuration(java))) {
      LeakRule rule = LeakRule.into(this, judge);
      rule.setLanguage(java);
      pmd.addRuleSet(RuleSet.forSingleRule(rule));
      pmd.addRuleSets(rulesets);
      pmd.addListener(started);
      files.forEach(file -> pmd.files().addFile(file.path(), java));
      pmd.performAnalysis();
    }
  }

  private PMDConfiguration configuration(Language java) {
    PMDConfiguration configuration = new PMDConfiguration();
    configuration.setReporter(PmdReporter.quiet());
    configuration.setIgnoreIncrementalAnalysis(true);
    configuration.setThreads(0);
    configuration.setSourceEncoding(scope.encoding());
    configuration.setDefaultLanguageVersion(version(java));
    configuration.prependAuxClasspath(auxClassPath());
    return configuration;
  }

  /** The project's release, or the newest that PMD knows without preview features. */
  private LanguageVersion version(Language java) {
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
  public synchronized void judged(String path, SourceJudge.Verdict verdict) {
    progress.step();
    judged += verdict.classes();
    coarse += verdict.coarse();
    verdict.findings().forEach(finding -> findings.add(inFile(finding, path)));
    verdict.failures().forEach(failure -> failures.add(sources.inside(path) + ": " + failure));
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

  /** A finding of a file stands in that file, whatever other files are named like it. */
  private static Finding inFile(Finding finding, String path) {
    String named = finding.place().file();
    List<PathStep> steps =
        finding.path().stream()
            .map(
                step ->
                    step.place().file().equals(named)
                        ? new PathStep(step.kind(), moved(step.place(), path), step.text())
                        : step)
            .toList();
    return finding.placed(moved(finding.place(), path), steps);
  }

  private static Place moved(Place place, String path) {
    return new Place(path, place.span(), place.member());
  }
}
