package io.github.leakcheck.catalog;

/** A text of the catalogue, or of a user, that cannot be read as written. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Wrong at a line of a file.
   *
   * @param line from 1; 0 when the whole file is meant
   * @param wrong what is wrong, as a phrase without full stop
   * @param mend what to write instead, as a sentence
   */
  CatalogException(String file, int line, String wrong, String mend) {
    super(file + (line > 0 ? ":" + line : "") + ": " + wrong + ". " + mend);
  }
}
