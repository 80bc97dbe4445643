package io.github.leakcheck.maven;

import io.github.leakcheck.maven.report.ModuleFindings;
import io.github.leakcheck.maven.report.SarifInput;
import io.github.leakcheck.maven.report.SarifPart;
import io.github.leakcheck.maven.report.SarifReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * The SARIF reports of a build, kept in memory until its end and rewritten whole after each module,
 * so that no module needs to know that it is the last. Safe for modules built in parallel.
 */
final class BuildReport {
  private static final int NAMED = 5;

  private final Build build;
  private final SarifFiles files;
  private final SarifInput about;
  private final boolean limited;
  private final DueModules due;
  private final Inputs inputs;
  private final Map<String, String> parts;
  private final Map<String, String> earlier;

  /**
   * @param limited whether only some of the findings are reported: these cannot be kept for later
   */
  BuildReport(Build build, SarifFiles files, SarifInput about, boolean limited, DueModules due) {
    this.build = build;
    this.files = files;
    this.about = about;
    this.limited = limited;
    this.due = due;
    this.inputs = new Inputs(build);
    this.parts = build.shared("parts", TreeMap::new);
    this.earlier = build.shared("earlier", TreeMap::new);
  }

  /** Writes the report of the module and that of the build; returns warnings for the user. */
  List<String> write(ModuleFindings module) throws MojoExecutionException {
    List<String> warnings = new ArrayList<>();
    String kept = limited ? "" : inputs.of(build.project());
    SarifPart part = SarifPart.of(about, module, kept, warnings);
    synchronized (parts) {
      if (build.isFirst("earlier")) {
        SarifPart.read(files.merged()).forEach((name, old) -> earlier.put(name, old.json()));
      }
      parts.put(part.module(), part.json());
      try {
        if (!files.own().equals(files.merged())) {
          SarifReport.write(files.own(), about, List.of(part), List.of());
        }
        rewrite();
      } catch (IOException unwritable) {
        throw new MojoExecutionException(
            "leakcheck cannot write its report: " + unwritable, unwritable);
      }
    }
    AtEnd.run(build, "1 report", this::finish);
    return warnings.isEmpty() || !build.isFirst("outside") ? List.of() : warnings;
  }

  /** Once more: `clean` may have come between, and now it is known what never ran. */
  private void finish() throws IOException {
    synchronized (parts) {
      List<String> missing = rewrite();
      if (!missing.isEmpty()) {
        String names = String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())));
        String others = missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "";
        build
            .log()
            .warn(
                "leakcheck: the merged report lacks %s%s: not looked at in this build, and no earlier report holds for the code of today"
                    .formatted(names, others));
      }
    }
  }

  /** Returns the names of modules whose findings are not known. */
  private List<String> rewrite() throws IOException {
    List<SarifPart> all = new ArrayList<>();
    parts.forEach((name, json) -> all.add(new SarifPart(name, json)));
    TreeSet<String> missing = new TreeSet<>();
    List<String> sentences = new ArrayList<>();
    for (MavenProject module : due.without(parts.keySet())) {
      String old = limited ? "" : earlier(module);
      if (!old.isEmpty()) {
        all.add(new SarifPart(SarifFiles.name(module), old));
      } else if (missing.add(module.getArtifactId())) {
        sentences.add(
            SarifFiles.name(module)
                + ": not looked at, and no earlier findings hold for its present state; none are reported");
      }
    }
    SarifReport.write(files.merged(), about, all, sentences);
    return List.copyOf(missing);
  }

  /** What the module's last report says, if that still holds; else empty. */
  private String earlier(MavenProject module) {
    String name = SarifFiles.name(module);
    if (build.isFirst("earlier." + name)) {
      Stream<SarifPart> known =
          Stream.ofNullable(earlier.get(name)).map(json -> new SarifPart(name, json));
      Stream<SarifPart> own =
          Stream.of(files.own(module))
              .flatMap(file -> Stream.ofNullable(SarifPart.read(file).get(name)));
      String holding =
          Stream.concat(known, own)
              .filter(part -> part.inputs().equals(inputs.of(module)))
              .map(SarifPart::json)
              .findFirst()
              .orElse("");
      earlier.put(name, holding);
    }
    return earlier.getOrDefault(name, "");
  }
}
