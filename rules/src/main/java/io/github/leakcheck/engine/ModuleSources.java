package io.github.leakcheck.engine;

import io.github.leakcheck.source.SourceLookup;
import java.util.Map;
import java.util.Optional;
import net.sourceforge.pmd.lang.LanguageProcessorRegistry;
import net.sourceforge.pmd.lang.LanguagePropertyBundle;
import net.sourceforge.pmd.lang.LanguageRegistry;
import net.sourceforge.pmd.lang.LanguageVersion;
import net.sourceforge.pmd.lang.ast.ParseException;
import net.sourceforge.pmd.lang.ast.Parser.ParserTask;
import net.sourceforge.pmd.lang.ast.SemanticErrorReporter;
import net.sourceforge.pmd.lang.document.FileId;
import net.sourceforge.pmd.lang.document.TextDocument;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.util.log.PmdReporter;

/** Parses sources of the module that are asked for by the name of a class. */
final class ModuleSources implements SourceLookup, AutoCloseable {
  private final Map<String, Sources.File> declared;
  private final Texts texts;
  private final LanguageVersion version;
  private final LanguageProcessorRegistry processors;
  private final boolean whole;

  ModuleSources(
      Map<String, Sources.File> declared,
      Texts texts,
      LanguageVersion version,
      LanguagePropertyBundle properties,
      boolean whole) {
    this.declared = declared;
    this.texts = texts;
    this.version = version;
    this.whole = whole;
    this.processors =
        LanguageProcessorRegistry.create(
            LanguageRegistry.singleton(version.getLanguage()),
            Map.of(version.getLanguage(), properties),
            PmdReporter.quiet());
  }

  @Override
  public boolean isWhole() {
    return whole;
  }

  @Override
  public Optional<Found> parse(String className) {
    Sources.File file = declared.get(className);
    return file == null
        ? Optional.empty()
        : texts.text(file.path().toString()).flatMap(text -> parse(file, text.text()));
  }

  private Optional<Found> parse(Sources.File file, String text) {
    TextDocument document =
        TextDocument.readOnlyString(text, FileId.fromPath(file.path()), version);
    ParserTask task = new ParserTask(document, SemanticErrorReporter.noop(), processors);
    try {
      ASTCompilationUnit tree =
          (ASTCompilationUnit)
              processors.getProcessor(version.getLanguage()).services().getParser().parse(task);
      return Optional.of(new Found(file.path().toString(), tree));
    } catch (ParseException | IllegalStateException | StackOverflowError e) {
      return Optional.empty(); // PMD's own reading of the file says so
    }
  }

  @Override
  public void close() {
    processors.close();
  }
}
