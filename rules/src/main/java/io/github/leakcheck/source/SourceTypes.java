package io.github.leakcheck.source;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTAnonymousClassDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTExecutableDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTFormalParameter;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.ast.Annotatable;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JExecutableSymbol;
import net.sourceforge.pmd.lang.java.symbols.JFieldSymbol;
import net.sourceforge.pmd.lang.java.symbols.JFormalParamSymbol;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.Substitution;

/** Declarations of classes, from PMD's symbols and, for classes of the file, from the tree. */
final class SourceTypes {
  private static final int HIDDEN_FIELD = Access.FINAL | Access.SYNTHETIC;

  private final Nesting nesting;
  private final Names names = new Names();

  SourceTypes(Nesting nesting) {
    this.nesting = nesting;
  }

  /** A class declared in the file. */
  TypeFacts of(ASTTypeDeclaration type, String sourceFile) {
    List<FieldFacts> fields = fields(type.getSymbol());
    fields.addAll(hiddenFields(type));
    List<MethodFacts> methods = methods(type.getSymbol());
    if (type instanceof ASTAnonymousClassDeclaration anonymous) {
      MethodRef constructor = new Constructors(names, nesting).anonymous(anonymous).method();
      methods.add(
          new MethodFacts(constructor, 0, List.of(), Set.of(), Map.of(), Spans.declared(type)));
    }
    return of(type.getSymbol(), sourceFile, Annotations.qualified(type), fields, methods);
  }

  /** A class of which nothing but the name is known. */
  static TypeFacts unknown(String name, String sourceFile) {
    return new TypeFacts(
        name,
        MethodRef.UNKNOWN,
        List.of(),
        0,
        "",
        sourceFile,
        Map.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** A class of a library. */
  TypeFacts of(JClassSymbol type) {
    return of(type, "", Annotations.qualified(type), fields(type), methods(type));
  }

  private TypeFacts of(
      JClassSymbol type,
      String sourceFile,
      Map<String, String> annotations,
      List<FieldFacts> fields,
      List<MethodFacts> methods) {
    JClassSymbol superclass = type.getSuperclass();
    JClassSymbol outer = type.getEnclosingClass();
    return new TypeFacts(
        type.getBinaryName(),
        superclass == null ? "" : names.of(superclass),
        type.getSuperInterfaces().stream().map(names::of).toList(),
        access(type),
        outer == null ? "" : names.of(outer),
        sourceFile,
        annotations,
        List.copyOf(fields),
        List.copyOf(methods),
        type.getDeclaredClasses().stream().map(JClassSymbol::getBinaryName).toList());
  }

  /** Access flags of a class, with those that class files and reflection lack. */
  static int access(JClassSymbol type) {
    return type.getModifiers()
        | (type.isInterface() ? Access.INTERFACE | Access.ABSTRACT : 0)
        | (type.isEnum() ? Access.ENUM : 0)
        | (type.isRecord() ? Access.RECORD | Access.FINAL : 0)
        | (type.isAnnotation() ? Access.ANNOTATION : 0);
  }

  /** Access flags of a method or constructor. */
  static int access(JExecutableSymbol symbol) {
    return symbol.getModifiers() | (symbol.isVarargs() ? Access.VARARGS : 0);
  }

  private List<FieldFacts> fields(JClassSymbol type) {
    List<FieldFacts> fields = new ArrayList<>();
    for (JFieldSymbol field : type.getDeclaredFields()) {
      fields.add(of(field));
    }
    return fields;
  }

  private FieldFacts of(JFieldSymbol field) {
    int access = field.getModifiers() | (field.isEnumConstant() ? Access.ENUM : 0);
    String type = names.of(field.getTypeMirror(Substitution.EMPTY));
    boolean fixed = field.isStatic() && Access.has(access, Access.FINAL);
    ASTVariableId id = field.tryGetNode();
    if (id != null) {
      return new FieldFacts(
          field.getSimpleName(),
          type,
          access,
          Annotations.simple(id),
          Spans.of(id),
          fixed && Constants.of(id) != null);
    }
    boolean constant = fixed && field.getConstValue() != null;
    return new FieldFacts(
        field.getSimpleName(), type, access, Annotations.simple(field), Span.UNKNOWN, constant);
  }

  private List<FieldFacts> hiddenFields(ASTTypeDeclaration type) {
    List<FieldFacts> hidden = new ArrayList<>();
    if (nesting.hasOuter(type)) {
      String outer = Nesting.around(type).getBinaryName();
      hidden.add(hidden(nesting.outerField(type), outer));
    }
    for (JVariableSymbol variable : nesting.captured(type)) {
      hidden.add(hidden(Nesting.capturedField(variable), names.of(Body.type(variable))));
    }
    return hidden;
  }

  private static FieldFacts hidden(String name, String type) {
    return new FieldFacts(name, type, HIDDEN_FIELD, Set.of(), Span.UNKNOWN, false);
  }

  private List<MethodFacts> methods(JClassSymbol type) {
    List<MethodFacts> methods = new ArrayList<>();
    Map<MethodRef, MethodFacts> constructors = new LinkedHashMap<>();
    for (JExecutableSymbol constructor : type.getConstructors()) {
      MethodRef ref = new Constructors(names, nesting).declared(constructor);
      // a record's canonical constructor may be listed twice: the one in source counts
      if (constructor.tryGetNode() != null || !constructors.containsKey(ref)) {
        constructors.put(ref, of(constructor, ref));
      }
    }
    methods.addAll(constructors.values());
    for (JExecutableSymbol method : type.getDeclaredMethods()) {
      methods.add(of(method, names.method(method, type.getBinaryName())));
    }
    return methods;
  }

  private MethodFacts of(JExecutableSymbol symbol, MethodRef ref) {
    List<String> exceptions = new ArrayList<>();
    for (JTypeMirror exception : symbol.getThrownExceptionTypes(Substitution.EMPTY)) {
      exceptions.add(names.of(exception));
    }
    Map<Integer, Set<String>> parameters = new HashMap<>();
    int first = ref.isConstructor() ? hidden(symbol.getEnclosingClass()) : 0;
    if (symbol.tryGetNode() instanceof ASTExecutableDeclaration node) {
      int i = first;
      for (ASTFormalParameter parameter : node.getFormalParameters()) {
        note(i++, Annotations.simple(parameter), parameters);
      }
      return new MethodFacts(
          ref,
          access(symbol),
          exceptions,
          Annotations.simple((Annotatable) node),
          parameters,
          Spans.declared(node));
    }
    int i = first;
    for (JFormalParamSymbol parameter : symbol.getFormalParameters()) {
      note(i++, Annotations.simple(parameter), parameters);
    }
    return new MethodFacts(
        ref, access(symbol), exceptions, Annotations.simple(symbol), parameters, Span.UNKNOWN);
  }

  /** Number of parameters that come before those in source. */
  private int hidden(JClassSymbol type) {
    return new Constructors(names, nesting).leading(type).size();
  }

  private static void note(int position, Set<String> found, Map<Integer, Set<String>> parameters) {
    if (!found.isEmpty()) {
      parameters.put(position, found);
    }
  }
}
