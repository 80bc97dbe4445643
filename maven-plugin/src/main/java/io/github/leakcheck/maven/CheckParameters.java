package io.github.leakcheck.maven;

import java.io.File;
import java.util.List;

/** What the user configured, as written; null or empty where nothing was. */
record CheckParameters(
    boolean failOnViolation,
    String failOnSeverity,
    String minConfidence,
    List<String> rules,
    List<String> excludeRules,
    List<String> includes,
    List<String> excludes,
    boolean includeTests,
    boolean includeGenerated,
    String engines,
    String context,
    File outputDirectory,
    String release,
    List<String> resourceModels,
    List<String> pmdRulesets,
    List<SpotBugsPlugin> spotbugsPlugins,
    boolean requireClasses,
    boolean failOnAnalysisError) {

  CheckParameters {
    rules = given(rules);
    excludeRules = given(excludeRules);
    includes = given(includes);
    excludes = given(excludes);
    resourceModels = given(resourceModels);
    pmdRulesets = given(pmdRulesets);
    spotbugsPlugins = spotbugsPlugins == null ? List.of() : List.copyOf(spotbugsPlugins);
  }

  private static List<String> given(List<String> values) {
    return values == null
        ? List.of()
        : values.stream().filter(v -> v != null && !v.isBlank()).map(String::strip).toList();
  }
}
