package io.github.leakcheck.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * A user's own rules, which run in our engines next to ours.
 *
 * @param pmdRulesets each as PMD finds it: a file, or a resource next to PMD ({@code
 *     category/java/errorprone.xml})
 * @param spotBugsPlugins jars
 */
public record Guests(List<String> pmdRulesets, List<Path> spotBugsPlugins) {
  /** Nobody. */
  public static final Guests NONE = new Guests(List.of(), List.of());

  public Guests {
    pmdRulesets = List.copyOf(pmdRulesets);
    spotBugsPlugins = List.copyOf(spotBugsPlugins);
  }
}
