package io.github.leakcheck.bytecode;

import io.github.leakcheck.model.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.TypeReference;

/** Collects annotations and the first line of one method. */
class MethodDeclaration extends MethodVisitor {
  private final int parameters;
  private final int leadingSynthetic;
  private final Set<String> annotations = new TreeSet<>();
  private final Map<Integer, Set<String>> byParameter = new HashMap<>();
  private int visibleCount;
  private int invisibleCount;
  private int firstLine = Integer.MAX_VALUE;

  /**
   * @param parameters number of parameters in the descriptor
   * @param leadingSynthetic how many of them, in front, no source has
   */
  MethodDeclaration(int parameters, int leadingSynthetic) {
    super(Opcodes.ASM9);
    this.parameters = parameters;
    this.leadingSynthetic = leadingSynthetic;
  }

  /** Whether a type annotation is about the type itself, not about an argument or an element. */
  static boolean isTopLevel(TypePath path) {
    for (int i = 0; path != null && i < path.getLength(); i++) {
      if (path.getStep(i) != TypePath.INNER_TYPE) {
        return false;
      }
    }
    return true;
  }

  final Set<String> annotations() {
    return Set.copyOf(annotations);
  }

  final Map<Integer, Set<String>> parameterAnnotations() {
    return Map.copyOf(byParameter);
  }

  final Span span() {
    return firstLine == Integer.MAX_VALUE ? Span.UNKNOWN : Span.ofLine(firstLine);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    annotations.add(Names.simple(descriptor));
    return null;
  }

  @Override
  public void visitAnnotableParameterCount(int count, boolean visible) {
    if (visible) {
      visibleCount = count;
    } else {
      invisibleCount = count;
    }
  }

  @Override
  public AnnotationVisitor visitParameterAnnotation(
      int parameter, String descriptor, boolean visible) {
    int counted = visible ? visibleCount : invisibleCount;
    boolean partial = counted > 0 && counted < parameters;
    annotate(parameter + (partial ? leadingSynthetic : 0), descriptor);
    return null;
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int typeRef, TypePath path, String descriptor, boolean visible) {
    if (!isTopLevel(path)) {
      return null;
    }
    TypeReference target = new TypeReference(typeRef);
    if (target.getSort() == TypeReference.METHOD_RETURN) {
      annotations.add(Names.simple(descriptor));
    } else if (target.getSort() == TypeReference.METHOD_FORMAL_PARAMETER) {
      annotate(target.getFormalParameterIndex() + leadingSynthetic, descriptor);
    }
    return null;
  }

  private void annotate(int parameter, String descriptor) {
    if (parameter < parameters) {
      byParameter.computeIfAbsent(parameter, p -> new TreeSet<>()).add(Names.simple(descriptor));
    }
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    firstLine = Math.min(firstLine, line);
  }
}
