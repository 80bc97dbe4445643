package io.github.leakcheck.engine;

import io.github.leakcheck.bytecode.ClassPathProgram;
import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.PathStep;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.source.LeakRule;
import io.github.leakcheck.source.SourceJudge;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;
import net.sourceforge.pmd.lang.Language;
import net.sourceforge.pmd.lang.LanguageRegistry;
import net.sourceforge.pmd.lang.LanguageVersion;
import net.sourceforge.pmd.lang.rule.RuleSet;
import net.sourceforge.pmd.reporting.Report;
import net.sourceforge.pmd.util.log.PmdReporter;

/** Judges source files inside PMD. */
final class PmdEngine {
  private final Scope scope;
  private final Sources sources;
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int judged;
  private int coarse;

  private PmdEngine(Scope scope, Sources sources) {
    this.scope = scope;
    this.sources = sources;
  }

  static Raw run(Scope scope, Catalog catalog, Sources sources, Collection<Sources.File> files) {
    if (files.isEmpty()) {
      return Raw.NOTHING;
    }
    PmdEngine engine = new PmdEngine(scope, sources);
    try (ClassPathProgram libraries = ClassPathProgram.open(engine.libraries())) {
      engine.analyse(files, new SourceJudge(catalog, libraries));
    }
    return new Raw(engine.findings, engine.judged, engine.notes, engine.coarse);
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
    Started started = new Started();
    List<Sources.File> rest = List.copyOf(files);
    while (!rest.isEmpty()) {
      List<Sources.File> now = rest;
      try {
        analyse(now, judge, started);
        rest = List.of();
      } catch (StackOverflowError e) {
        notes.add("cannot read " + sources.inside(started.last()) + ": nested too deeply");
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
      LeakRule rule = LeakRule.into(this::take, judge);
      rule.setLanguage(java);
      pmd.addRuleSet(RuleSet.forSingleRule(rule));
      pmd.addListener(started);
      files.forEach(file -> pmd.files().addFile(file.path(), java));
      pmd.performAnalysisAndCollectReport().getProcessingErrors().forEach(this::note);
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
        .filter(Files::exists)
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private synchronized void take(String path, SourceJudge.Verdict verdict) {
    judged += verdict.classes();
    coarse += verdict.coarse();
    verdict.findings().forEach(finding -> findings.add(inFile(finding, path)));
    verdict.failures().forEach(failure -> notes.add(sources.inside(path) + ": " + failure));
  }

  private void note(Report.ProcessingError error) {
    String path = sources.inside(error.getFileId().getAbsolutePath());
    String why = error.getMsg().lines().findFirst().orElse("");
    notes.add("cannot read " + path + ": " + why);
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
