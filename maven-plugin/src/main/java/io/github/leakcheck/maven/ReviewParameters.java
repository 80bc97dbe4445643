package io.github.leakcheck.maven;

/** What the user configured for pull requests and old code, as written; null where nothing was. */
record ReviewParameters(
    String newSince,
    String diffFile,
    String newIn,
    String baseline,
    boolean failOnStaleBaseline,
    boolean failAtEnd,
    String annotations) {

  ReviewParameters {
    newSince = newSince == null ? "" : newSince.strip();
    diffFile = diffFile == null ? "" : diffFile.strip();
    baseline = baseline == null ? "" : baseline.strip();
  }

  /** Whether only what a change brought is reported. */
  boolean isLimited() {
    return !newSince.isEmpty() || !diffFile.isEmpty();
  }
}
