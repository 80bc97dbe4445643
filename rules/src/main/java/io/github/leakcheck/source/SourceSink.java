package io.github.leakcheck.source;

/** Takes what was found, file by file; called by PMD's threads. */
@FunctionalInterface
public interface SourceSink {
  /** {@code path}: absolute path of the judged file. */
  void judged(String path, SourceJudge.Verdict verdict);

  /** Whether the file of this absolute path is to be judged. */
  default boolean wants(String path) {
    return true;
  }
}
