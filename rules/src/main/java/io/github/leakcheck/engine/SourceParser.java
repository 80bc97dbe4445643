package io.github.leakcheck.engine;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;
import java.util.Optional;

/** JavaParser, as all here use it: of any release, comments left where they stand. */
final class SourceParser {
  private SourceParser() {}

  /** Empty if the parser gave up; its result may tell of problems, and then have no tree. */
  static Optional<ParseResult<CompilationUnit>> parse(String text) {
    try {
      ParseResult<CompilationUnit> quick = parse(text, LanguageLevel.RAW);
      return Optional.of(quick.isSuccessful() ? quick : parse(text, LanguageLevel.BLEEDING_EDGE));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty(); // hostile or very deep code
    }
  }

  /** The raw level costs half, but takes the newest keywords for names. */
  private static ParseResult<CompilationUnit> parse(String text, LanguageLevel level) {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(level)
            .setAttributeComments(false)
            .setStoreTokens(true);
    return new JavaParser(configuration).parse(text);
  }
}
