package io.github.leakcheck.engine;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithModifiers;
import org.objectweb.asm.Opcodes;

/** The access flags that a compiler would give to what a source file declares. */
final class HeaderAccess {
  private HeaderAccess() {}

  /** Whether objects of the class have an enclosing instance. */
  static boolean isInner(TypeDeclaration<?> type) {
    return type instanceof ClassOrInterfaceDeclaration declared
        && HeaderNames.around(type).isPresent()
        && !declared.isInterface()
        && (access(type) & Opcodes.ACC_STATIC) == 0;
  }

  /** The flags of a class. */
  static int access(TypeDeclaration<?> type) {
    int access = modifiers(type);
    if (type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface()) {
      access |= Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    } else if (type instanceof AnnotationDeclaration) {
      access |= Opcodes.ACC_ANNOTATION | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    } else if (type instanceof EnumDeclaration) {
      access |= Opcodes.ACC_ENUM;
    } else if (type instanceof RecordDeclaration) {
      access |= Opcodes.ACC_FINAL;
    }
    boolean nested = HeaderNames.around(type).isPresent();
    boolean ofInterface = HeaderNames.around(type).filter(HeaderAccess::isInterface).isPresent();
    boolean isClass =
        type instanceof ClassOrInterfaceDeclaration declared && !declared.isInterface();
    if (nested && (!isClass || ofInterface)) {
      access |= Opcodes.ACC_STATIC;
    }
    return ofInterface ? access | Opcodes.ACC_PUBLIC : access;
  }

  /** Whether it is an interface, an annotation among them. */
  static boolean isInterface(TypeDeclaration<?> type) {
    return type instanceof AnnotationDeclaration
        || type instanceof ClassOrInterfaceDeclaration declared && declared.isInterface();
  }

  /** The flags of a class that say who sees it. */
  static int visibility(TypeDeclaration<?> type) {
    return access(type) & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE);
  }

  /** The flags that stand in the source. */
  static int modifiers(NodeWithModifiers<?> node) {
    int access = 0;
    for (Modifier modifier : node.getModifiers()) {
      access |=
          switch (modifier.getKeyword()) {
            case PUBLIC -> Opcodes.ACC_PUBLIC;
            case PROTECTED -> Opcodes.ACC_PROTECTED;
            case PRIVATE -> Opcodes.ACC_PRIVATE;
            case STATIC -> Opcodes.ACC_STATIC;
            case FINAL -> Opcodes.ACC_FINAL;
            case ABSTRACT -> Opcodes.ACC_ABSTRACT;
            case VOLATILE -> Opcodes.ACC_VOLATILE;
            case TRANSIENT -> Opcodes.ACC_TRANSIENT;
            case NATIVE -> Opcodes.ACC_NATIVE;
            case SYNCHRONIZED -> Opcodes.ACC_SYNCHRONIZED;
            default -> 0;
          };
    }
    return access;
  }
}
