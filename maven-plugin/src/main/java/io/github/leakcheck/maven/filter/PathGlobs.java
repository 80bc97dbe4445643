package io.github.leakcheck.maven.filter;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Says which files are wanted, by globs over paths inside their source root: {@code *} and {@code
 * ?} within a folder's name, {@code **} across folders, a trailing {@code /} for all below.
 */
public final class PathGlobs implements Predicate<String> {
  private final List<Pattern> includes;
  private final List<Pattern> excludes;

  /** An empty list of includes stands for all; excludes are stronger. */
  public PathGlobs(List<String> includes, List<String> excludes) {
    this.includes = includes.stream().map(PathGlobs::compile).toList();
    this.excludes = excludes.stream().map(PathGlobs::compile).toList();
  }

  @Override
  public boolean test(String path) {
    String unix = path.replace('\\', '/');
    return (includes.isEmpty() || anyMatches(includes, unix)) && !anyMatches(excludes, unix);
  }

  private static boolean anyMatches(List<Pattern> patterns, String path) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  private static Pattern compile(String glob) {
    String unix = glob.strip().replace('\\', '/');
    String whole = unix.endsWith("/") ? unix + "**" : unix;
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < whole.length(); ) {
      if (whole.startsWith("**/", i)) {
        regex.append("(?:[^/]+/)*");
        i += 3;
      } else if (whole.startsWith("**", i)) {
        regex.append(".*");
        i += 2;
      } else {
        regex.append(one(whole.charAt(i)));
        i++;
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static String one(char c) {
    return switch (c) {
      case '*' -> "[^/]*";
      case '?' -> "[^/]";
      default -> Pattern.quote(Character.toString(c));
    };
  }
}
