package io.github.leakcheck.maven;

import io.github.leakcheck.catalog.Catalog;
import io.github.leakcheck.catalog.CatalogException;
import io.github.leakcheck.catalog.Rule;
import io.github.leakcheck.engine.GuestException;
import io.github.leakcheck.engine.Outcome;
import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.engine.Suppressions;
import io.github.leakcheck.maven.filter.Suppressed;
import io.github.leakcheck.maven.report.Notes;
import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.maven.plugin.MojoExecutionException;

/** Looks into one module: from its project to the findings that its code leaves open. */
final class ModuleLook {
  private final Build build;
  private final BiFunction<Scope, Catalog, Outcome> analysis;

  ModuleLook(Build build, BiFunction<Scope, Catalog, Outcome> analysis) {
    this.build = build;
    this.analysis = analysis;
  }

  /** Empty if the module has no sources. */
  Optional<Looked> look(CheckParameters given) throws MojoExecutionException {
    new Typos(build).report();
    Catalog known = catalog(given);
    Choices choices = Choices.of(given, known.rules().stream().map(Rule::id).toList());
    Catalog catalog = known.in(choices.context());
    MavenScope module =
        new MavenScope(build.project(), given.includeTests(), given.includeGenerated());
    if (module.isEmpty()) {
      build.log().info("leakcheck: " + build.module() + " has no sources to look at");
      return Optional.empty();
    }
    Preparation preparation = new Preparation(build, module);
    Scope scope = preparation.scope(choices, given);
    Outcome outcome = analyse(scope.with(new OwnRules(build).of(given, choices)), catalog);
    List<Finding> selected = choices.rules().apply(outcome.findings());
    Suppressions suppressions = new Suppressions(scope, catalog);
    List<Finding> open = new Suppressed(suppressions, choices.rules()).apply(selected);
    List<String> notes = new ArrayList<>(preparation.notes());
    notes.addAll(outcome.notes());
    List<String> failures = new ArrayList<>(preparation.failures());
    failures.addAll(outcome.failures());
    return Optional.of(
        new Looked(
            scope,
            catalog.rules(),
            choices,
            outcome,
            suppressions,
            selected,
            open,
            notes,
            failures));
  }

  private Catalog catalog(CheckParameters given) throws MojoExecutionException {
    try {
      return Catalog.load(new Models(build).files(given.resourceModels()));
    } catch (CatalogException wrong) {
      throw new MojoExecutionException("leakcheck: " + Notes.plain(wrong.getMessage()), wrong);
    }
  }

  private Outcome analyse(Scope scope, Catalog catalog) throws MojoExecutionException {
    try {
      return analysis.apply(scope, catalog);
    } catch (GuestException unusable) {
      throw new MojoExecutionException(
          "leakcheck: %s. Nothing was judged.".formatted(Notes.plain(unusable.getMessage())),
          unusable);
    } catch (RuntimeException fault) {
      throw new MojoExecutionException(
          "leakcheck: %s. Nothing was judged. This is a fault of leakcheck, please report it with what -e shows; -Dleakcheck.skip builds without it."
              .formatted(Notes.plain(String.valueOf(fault.getMessage()))),
          fault);
    }
  }
}
