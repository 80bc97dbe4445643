package io.github.leakcheck.maven;

import io.github.leakcheck.maven.report.Notes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds what Maven lets pass in silence: a {@code -Dleakcheck...} that nobody reads, and a word
 * that is neither true nor false, which it would take for false and so switch a gate off.
 */
final class Typos {
  private static final String PREFIX = "leakcheck.";

  private final Build build;
  private final Properties user;
  private final Map<String, Parameter> known = new TreeMap<>();

  Typos(Build build) {
    this.build = build;
    this.user = build.session().getUserProperties();
    for (MojoDescriptor mojo : build.plugin().getMojos()) {
      Stream.ofNullable(mojo.getParameters())
          .flatMap(List::stream)
          .forEach(p -> property(p).ifPresent(name -> known.putIfAbsent(name, p)));
    }
  }

  private static Optional<String> property(Parameter parameter) {
    String expression = String.valueOf(parameter.getExpression());
    return expression.startsWith("${" + PREFIX)
        ? Optional.of(expression.substring(2, expression.length() - 1))
        : Optional.empty();
  }

  /** Warns of unknown names, once a build; throws on a yes-or-no value that is neither. */
  void report() throws MojoExecutionException {
    if (build.isFirst("typos")) {
      unknown().forEach(build.log()::warn);
    }
    for (Map.Entry<String, Parameter> entry : known.entrySet()) {
      if ("boolean".equals(entry.getValue().getType())) {
        String name = entry.getValue().getName();
        refuse(name, user.getProperty(entry.getKey()));
        refuse(name, literal(build.execution(), name));
      }
    }
  }

  private List<String> unknown() {
    return user.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX) && !known.containsKey(name))
        .sorted()
        .map(
            name ->
                "leakcheck: there is no -D%s; the nearest are %s"
                    .formatted(Notes.plain(name), BadParameter.nearest(name, known.keySet())))
        .toList();
  }

  private static String literal(MojoExecution execution, String name) {
    Xpp3Dom configuration = execution.getConfiguration();
    Xpp3Dom element = configuration == null ? null : configuration.getChild(name);
    String value = element == null ? null : element.getValue();
    return value == null || value.contains("${") ? null : value;
  }

  private static void refuse(String name, String value) throws MojoExecutionException {
    if (value != null && !value.strip().matches("(?i)|true|false")) {
      throw BadParameter.of(name, value, "allowed are true, false");
    }
  }
}
