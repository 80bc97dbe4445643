package io.github.leakcheck.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the samples of a rule admit: {@code // MISSED: why} and {@code // NOISE: why}. */
record KnownLimits(List<String> missed, List<String> noise) {
  private static final Pattern MARK = Pattern.compile("// (MISSED|NOISE): (.+)$");

  static KnownLimits in(Path folder) throws IOException {
    KnownLimits limits = new KnownLimits(new ArrayList<>(), new ArrayList<>());
    for (String sample : List.of("Leaks.java", "Clean.java")) {
      for (String line : Files.readAllLines(folder.resolve(sample))) {
        Matcher mark = MARK.matcher(line);
        if (mark.find()) {
          limits.add(mark.group(1), mark.group(2).strip());
        }
      }
    }
    return limits;
  }

  private void add(String kind, String why) {
    List<String> reasons = kind.equals("MISSED") ? missed : noise;
    if (!reasons.contains(why)) {
      reasons.add(why);
    }
  }
}
