package io.github.leakcheck.source;

import java.util.Map;
import net.sourceforge.pmd.lang.JvmLanguagePropertyBundle;
import net.sourceforge.pmd.lang.Language;
import net.sourceforge.pmd.lang.LanguageProcessor;
import net.sourceforge.pmd.lang.LanguageProcessorRegistry;
import net.sourceforge.pmd.lang.LanguageRegistry;
import net.sourceforge.pmd.lang.ast.Parser.ParserTask;
import net.sourceforge.pmd.lang.ast.SemanticErrorReporter;
import net.sourceforge.pmd.lang.document.FileId;
import net.sourceforge.pmd.lang.document.TextDocument;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import net.sourceforge.pmd.lang.java.ast.ASTCompilationUnit;
import net.sourceforge.pmd.util.log.PmdReporter;

/** Parses snippets as PMD does in an analysis. */
final class Parsed {
  private static final Language JAVA = JavaLanguageModule.getInstance();
  private static final LanguageProcessorRegistry PROCESSORS = processors();

  private Parsed() {}

  private static LanguageProcessorRegistry processors() {
    JvmLanguagePropertyBundle properties = (JvmLanguagePropertyBundle) JAVA.newPropertyBundle();
    properties.setClassLoader(Parsed.class.getClassLoader());
    return LanguageProcessorRegistry.create(
        LanguageRegistry.singleton(JAVA), Map.of(JAVA, properties), PmdReporter.quiet());
  }

  static ASTCompilationUnit file(String code) {
    return file(code, "Sample.java");
  }

  static ASTCompilationUnit file(String code, String name) {
    TextDocument document =
        TextDocument.readOnlyString(
            code, FileId.fromPathLikeString(name), JAVA.getDefaultVersion());
    LanguageProcessor processor = PROCESSORS.getProcessor(JAVA);
    return (ASTCompilationUnit)
        processor
            .services()
            .getParser()
            .parse(new ParserTask(document, SemanticErrorReporter.noop(), PROCESSORS));
  }

  static SourceProgram program(String code) {
    return SourceProgram.of(file(code), null);
  }
}
