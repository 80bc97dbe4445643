package io.github.leakcheck.engine;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import net.sourceforge.pmd.lang.document.TextFile;
import net.sourceforge.pmd.reporting.FileAnalysisListener;
import net.sourceforge.pmd.reporting.GlobalAnalysisListener;

/** Remembers which files PMD has begun to read. */
final class Started implements GlobalAnalysisListener {
  private final Set<String> paths = new HashSet<>();
  private String last = "";

  /** Absolute path of the file begun last. */
  String last() {
    return last;
  }

  boolean contains(Path file) {
    return paths.contains(file.toString());
  }

  @Override
  public FileAnalysisListener startFileAnalysis(TextFile file) {
    last = file.getFileId().getAbsolutePath();
    paths.add(last);
    return FileAnalysisListener.noop();
  }

  @Override
  public void close() {}
}
