package io.github.leakcheck.engine;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import net.sourceforge.pmd.lang.document.TextFile;
import net.sourceforge.pmd.reporting.FileAnalysisListener;
import net.sourceforge.pmd.reporting.GlobalAnalysisListener;

/**
 * Remembers which files PMD has begun to read, and passes on what it says of them at once: its own
 * report is lost when it ends at a file.
 */
final class Started implements GlobalAnalysisListener {
  private final Set<String> paths = new HashSet<>();
  private final FileAnalysisListener each;
  private String last = "";

  Started(FileAnalysisListener each) {
    this.each = each;
  }

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
    return each;
  }

  @Override
  public void close() {}
}
