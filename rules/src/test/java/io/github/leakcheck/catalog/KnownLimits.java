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
      if (Files.exists(folder.resolve(sample))) {
        Files.readAllLines(folder.resolve(sample)).forEach(limits::read);
      }
    }
    return limits;
  }

  private void read(String line) {
    Matcher mark = MARK.matcher(line);
    if (mark.find()) {
      add(mark.group(1), mark.group(2).strip());
    }
  }

  private void add(String kind, String why) {
    List<String> reasons = kind.equals("MISSED") ? missed : noise;
    if (!reasons.contains(why)) {
      reasons.add(why);
    }
  }
}
