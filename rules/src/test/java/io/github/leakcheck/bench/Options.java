package io.github.leakcheck.bench;

import io.github.leakcheck.engine.Scope;
import io.github.leakcheck.model.Confidence;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a replay was asked to do.
 *
 * @param only releases whose {@code group__artifact__version} it finds
 * @param cases whether only files named in the manifest's column {@code file} are wanted
 * @param again whether releases that have their file are run again
 * @param resolved whether source is judged with the release's own classes in sight
 * @param bare whether the dependencies are left out, so that little but the JDK resolves
 */
record Options(
    Path manifest,
    Path work,
    Path out,
    Scope.Engines engines,
    Confidence minConfidence,
    int jobs,
    Pattern only,
    boolean again,
    boolean cases,
    boolean notes,
    boolean resolved,
    boolean bare) {

  /** Throws {@link IllegalArgumentException} with a usage line if the arguments do not fit. */
  static Options parse(String[] arguments) {
    if (arguments.length < 3) {
      throw new IllegalArgumentException(
          "MANIFEST WORK OUT [--engines auto|both|source|bytecode] [--min-confidence low|medium|high]"
              + " [--jobs N] [--only REGEX] [--keep] [--cases] [--notes] [--resolved] [--bare]");
    }
    Scope.Engines engines = Scope.Engines.AUTO;
    Confidence minConfidence = Confidence.MEDIUM;
    int jobs = 2;
    String only = "";
    boolean again = true;
    boolean cases = false;
    boolean notes = false;
    boolean resolved = false;
    boolean bare = false;
    for (int i = 3; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--engines" -> engines = Scope.Engines.valueOf(upper(arguments[++i]));
        case "--min-confidence" -> minConfidence = Confidence.valueOf(upper(arguments[++i]));
        case "--jobs" -> jobs = Integer.parseInt(arguments[++i]);
        case "--only" -> only = arguments[++i];
        case "--keep" -> again = false;
        case "--cases" -> cases = true;
        case "--notes" -> notes = true;
        case "--resolved" -> resolved = true;
        case "--bare" -> bare = true;
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    return new Options(
        Path.of(arguments[0]).toAbsolutePath(),
        Path.of(arguments[1]).toAbsolutePath(),
        Path.of(arguments[2]).toAbsolutePath(),
        engines,
        minConfidence,
        jobs,
        Pattern.compile(only),
        again,
        cases,
        notes,
        resolved,
        bare);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
