package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Deployment;
import io.github.leakcheck.engine.GuestRule;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.maven.filter.PathGlobs;
import io.github.leakcheck.maven.filter.RuleSelection;
import io.github.leakcheck.model.Confidence;
import io.github.leakcheck.model.Severity;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/** What the user chose, understood and found possible. */
record Choices(
    Severity failOnSeverity,
    Confidence minConfidence,
    Scope.Engines engines,
    Deployment context,
    OptionalInt release,
    RuleSelection rules,
    PathGlobs paths) {

  /** Throws with the name of the parameter, its value and what is allowed. */
  static Choices of(CheckParameters given, List<String> ruleIds) throws MojoExecutionException {
    return new Choices(
        BadParameter.parse("failOnSeverity", given.failOnSeverity(), Severity.class),
        BadParameter.parse("minConfidence", given.minConfidence(), Confidence.class),
        BadParameter.parse("engines", given.engines(), Scope.Engines.class),
        BadParameter.parse("context", given.context(), Deployment.class),
        release(given.release()),
        new RuleSelection(
            ids("rules", given.rules(), ruleIds),
            ids("excludeRules", given.excludeRules(), ruleIds)),
        new PathGlobs(given.includes(), given.excludes()));
  }

  private static OptionalInt release(String value) throws MojoExecutionException {
    if (value == null || value.isBlank()) {
      return OptionalInt.empty();
    }
    OptionalInt release = JavaRelease.parse(value);
    if (release.isEmpty() || !JavaRelease.isKnown(release.getAsInt())) {
      String allowed = "allowed are " + JavaRelease.OLDEST + " to " + JavaRelease.NEWEST;
      throw BadParameter.of("release", value, allowed);
    }
    return release;
  }

  private static Set<String> ids(String parameter, List<String> values, List<String> known)
      throws MojoExecutionException {
    for (String value : values) {
      if (!known.contains(value) && !GuestRule.isId(value)) {
        throw BadParameter.unknownRule(parameter, value, known);
      }
    }
    return Set.copyOf(values);
  }
}
