package org.acme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

@SupportedAnnotationTypes("java.lang.Deprecated")
public class Twins extends AbstractProcessor {
    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (annotations.isEmpty()) {
            return false;
        }
        try (Writer out = processingEnv.getFiler().createSourceFile("org.acme.Twin").openWriter()) {
            out.write("package org.acme;\npublic class Twin {\n  public static int leak(String n) throws Exception {\n    return new java.io.FileInputStream(n).read();\n  }\n}\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return false;
    }
}
