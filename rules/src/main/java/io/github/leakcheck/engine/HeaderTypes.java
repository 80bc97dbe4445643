package io.github.leakcheck.engine;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import com.github.javaparser.ast.type.WildcardType;
import java.util.List;
import java.util.Optional;

/** Types of declarations as class files spell them: descriptors and generic signatures. */
final class HeaderTypes {
  private static final String OBJECT = "Ljava/lang/Object;";

  private final HeaderNames names;

  HeaderTypes(HeaderNames names) {
    this.names = names;
  }

  /** With slashes. */
  String internal(ClassOrInterfaceType type) {
    return names.binary(type).replace('.', '/');
  }

  /** The erased type. */
  String descriptor(Type type) {
    return descriptor(type, 0);
  }

  private String descriptor(Type type, int depth) {
    if (type instanceof PrimitiveType primitive) {
      return primitive.toDescriptor();
    }
    if (type.isVoidType()) {
      return "V";
    }
    if (type instanceof ArrayType array) {
      return "[" + descriptor(array.getComponentType(), depth);
    }
    if (!(type instanceof ClassOrInterfaceType named)) {
      return OBJECT;
    }
    Optional<TypeParameter> variable = variable(named);
    if (variable.isEmpty()) {
      return "L" + internal(named) + ";";
    }
    List<ClassOrInterfaceType> bounds = variable.get().getTypeBound();
    return bounds.isEmpty() || depth > 8 ? OBJECT : descriptor(bounds.get(0), depth + 1);
  }

  /** The type with its arguments. */
  String signature(Type type) {
    if (type instanceof ArrayType array) {
      return "[" + signature(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard
          .getExtendedType()
          .map(bound -> "+" + signature(bound))
          .or(() -> wildcard.getSuperType().map(bound -> "-" + signature(bound)))
          .orElse("*");
    }
    if (!(type instanceof ClassOrInterfaceType named)) {
      return descriptor(type);
    }
    if (variable(named).isPresent()) {
      return "T" + named.getNameAsString() + ";";
    }
    StringBuilder signature = new StringBuilder("L" + internal(named));
    named
        .getTypeArguments()
        .filter(arguments -> !arguments.isEmpty())
        .ifPresent(
            arguments -> {
              signature.append('<');
              arguments.forEach(argument -> signature.append(signature(argument)));
              signature.append('>');
            });
    return signature.append(';').toString();
  }

  /** Declared type variables; empty if there are none. */
  String variables(List<TypeParameter> parameters) {
    if (parameters.isEmpty()) {
      return "";
    }
    StringBuilder signature = new StringBuilder("<");
    for (TypeParameter parameter : parameters) {
      signature.append(parameter.getNameAsString());
      if (parameter.getTypeBound().isEmpty()) {
        signature.append(':').append(OBJECT);
      }
      parameter.getTypeBound().forEach(bound -> signature.append(':').append(signature(bound)));
    }
    return signature.append('>').toString();
  }

  /** The type variable that a simple name means, if it means one. */
  private static Optional<TypeParameter> variable(ClassOrInterfaceType type) {
    if (type.getScope().isPresent()) {
      return Optional.empty();
    }
    for (Optional<Node> at = type.getParentNode(); at.isPresent(); at = at.get().getParentNode()) {
      boolean declares =
          at.get() instanceof CallableDeclaration<?>
              || at.get() instanceof NodeWithTypeParameters<?>;
      if (declares) {
        Optional<TypeParameter> found =
            ((NodeWithTypeParameters<?>) at.get())
                .getTypeParameters().stream()
                    .filter(p -> p.getNameAsString().equals(type.getNameAsString()))
                    .findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
