package io.github.leakcheck.engine;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.AccessSpecifier;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.ReferenceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the declarations of a source file as class files without bodies. */
final class HeaderWriter {
  private static final String OBJECT = "java/lang/Object";

  private final HeaderNames names;
  private final HeaderTypes types;
  private final BiConsumer<String, byte[]> sink;

  private HeaderWriter(HeaderNames names, BiConsumer<String, byte[]> sink) {
    this.names = names;
    this.types = new HeaderTypes(names);
    this.sink = sink;
  }

  /**
   * Tells the class files of all member and top-level classes in a text; none if it is no Java.
   *
   * @param exists whether there is a class of a binary name
   * @param sink takes binary names and class files
   */
  static void write(String text, Predicate<String> exists, BiConsumer<String, byte[]> sink) {
    try {
      ParserConfiguration configuration =
          new ParserConfiguration()
              .setLanguageLevel(LanguageLevel.RAW)
              .setAttributeComments(false)
              .setStoreTokens(false);
      new JavaParser(configuration)
          .parse(text)
          .getResult()
          .ifPresent(unit -> write(unit, exists, sink));
    } catch (RuntimeException | StackOverflowError e) {
      // what cannot be read stays unknown
    }
  }

  private static void write(
      CompilationUnit unit, Predicate<String> exists, BiConsumer<String, byte[]> sink) {
    HeaderWriter writer = new HeaderWriter(new HeaderNames(unit, exists), sink);
    unit.getTypes().forEach(writer::type);
  }

  private void type(TypeDeclaration<?> type) {
    ClassWriter out = new ClassWriter(0);
    String name = internal(type);
    out.visit(
        Opcodes.V1_8,
        HeaderAccess.access(type) | Opcodes.ACC_SUPER,
        name,
        signature(type),
        superName(type),
        interfaces(type));
    inner(type, out);
    annotate(type.getAnnotations(), descriptor -> out.visitAnnotation(descriptor, true));
    if (type instanceof EnumDeclaration constants) {
      constants(constants, name, out);
    } else if (type instanceof RecordDeclaration record) {
      components(record, out);
    }
    for (BodyDeclaration<?> member : type.getMembers()) {
      member(member, type, out);
    }
    if (type instanceof ClassOrInterfaceDeclaration declared
        && !declared.isInterface()
        && declared.getConstructors().isEmpty()) {
      String outer = outerParameter(type);
      out.visitMethod(HeaderAccess.visibility(type), "<init>", "(" + outer + ")V", null, null)
          .visitEnd();
    }
    out.visitEnd();
    sink.accept(names.binary(type), out.toByteArray());
  }

  private String internal(TypeDeclaration<?> type) {
    return names.binary(type).replace('.', '/');
  }

  private String superName(TypeDeclaration<?> type) {
    if (type.isEnumDeclaration()) {
      return "java/lang/Enum";
    }
    if (type.isRecordDeclaration()) {
      return "java/lang/Record";
    }
    return type instanceof ClassOrInterfaceDeclaration declared
            && !declared.isInterface()
            && declared.getExtendedTypes().isNonEmpty()
        ? types.internal(declared.getExtendedTypes(0))
        : OBJECT;
  }

  private String[] interfaces(TypeDeclaration<?> type) {
    if (type instanceof AnnotationDeclaration) {
      return new String[] {"java/lang/annotation/Annotation"};
    }
    return above(type).stream().map(types::internal).toArray(String[]::new);
  }

  /** Interfaces that the class implements or the interface extends. */
  private static List<ClassOrInterfaceType> above(TypeDeclaration<?> type) {
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      return declared.isInterface() ? declared.getExtendedTypes() : declared.getImplementedTypes();
    }
    if (type instanceof EnumDeclaration declared) {
      return declared.getImplementedTypes();
    }
    return type instanceof RecordDeclaration declared ? declared.getImplementedTypes() : List.of();
  }

  private String signature(TypeDeclaration<?> type) {
    StringBuilder signature = new StringBuilder();
    if (type instanceof ClassOrInterfaceDeclaration declared) {
      signature.append(types.variables(declared.getTypeParameters()));
      boolean extended = !declared.isInterface() && declared.getExtendedTypes().isNonEmpty();
      signature.append(
          extended ? types.signature(declared.getExtendedTypes(0)) : "L" + OBJECT + ";");
    } else if (type instanceof RecordDeclaration declared) {
      signature.append(types.variables(declared.getTypeParameters())).append("Ljava/lang/Record;");
    } else if (type instanceof EnumDeclaration) {
      signature.append("Ljava/lang/Enum<L").append(internal(type)).append(";>;");
    } else {
      return null;
    }
    above(type).forEach(one -> signature.append(types.signature(one)));
    return signature.toString();
  }

  private void inner(TypeDeclaration<?> type, ClassWriter out) {
    if (HeaderNames.around(type).isPresent()) {
      visitInner(type, out);
    }
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof TypeDeclaration<?> nested) {
        visitInner(nested, out);
        type(nested);
      }
    }
  }

  private void visitInner(TypeDeclaration<?> type, ClassWriter out) {
    String outer = internal(HeaderNames.around(type).orElseThrow());
    out.visitInnerClass(internal(type), outer, type.getNameAsString(), HeaderAccess.access(type));
  }

  private String outerParameter(TypeDeclaration<?> type) {
    return HeaderAccess.isInner(type)
        ? "L" + internal(HeaderNames.around(type).orElseThrow()) + ";"
        : "";
  }

  private void annotate(
      List<AnnotationExpr> annotations, Function<String, AnnotationVisitor> visit) {
    for (AnnotationExpr annotation : annotations) {
      String name = names.binary(annotation.getNameAsString(), annotation).replace('.', '/');
      visit.apply("L" + name + ";").visitEnd();
    }
  }

  private void constants(EnumDeclaration type, String name, ClassWriter out) {
    int constant = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ENUM;
    for (EnumConstantDeclaration entry : type.getEntries()) {
      out.visitField(constant, entry.getNameAsString(), "L" + name + ";", null, null).visitEnd();
    }
    int open = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    out.visitMethod(open, "values", "()[L" + name + ";", null, null).visitEnd();
    out.visitMethod(open, "valueOf", "(Ljava/lang/String;)L" + name + ";", null, null).visitEnd();
  }

  private void components(RecordDeclaration record, ClassWriter out) {
    StringBuilder descriptor = new StringBuilder("(");
    StringBuilder signature = new StringBuilder("(");
    for (Parameter component : record.getParameters()) {
      String erased = descriptor(component);
      String name = component.getNameAsString();
      descriptor.append(erased);
      signature.append(signature(component));
      out.visitRecordComponent(name, erased, signature(component)).visitEnd();
      out.visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL, name, erased, signature(component), null)
          .visitEnd();
      if (record.getMethodsByName(name).stream().noneMatch(m -> m.getParameters().isEmpty())) {
        out.visitMethod(Opcodes.ACC_PUBLIC, name, "()" + erased, "()" + signature(component), null)
            .visitEnd();
      }
    }
    String all = descriptor.append(")V").toString();
    boolean explicit =
        record.getConstructors().stream().anyMatch(one -> descriptor(one, "", "V").equals(all));
    if (!explicit) {
      out.visitMethod(
              HeaderAccess.visibility(record),
              "<init>",
              all,
              signature.append(")V").toString(),
              null)
          .visitEnd();
    }
  }

  private void member(BodyDeclaration<?> member, TypeDeclaration<?> type, ClassWriter out) {
    if (member instanceof FieldDeclaration field) {
      field.getVariables().forEach(variable -> field(field, variable, type, out));
    } else if (member instanceof MethodDeclaration method) {
      method(method, type, out);
    } else if (member instanceof ConstructorDeclaration constructor) {
      constructor(constructor, type, out);
    } else if (member instanceof AnnotationMemberDeclaration value) {
      out.visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
              value.getNameAsString(),
              "()" + types.descriptor(value.getType()),
              null,
              null)
          .visitEnd();
    }
  }

  private void field(
      FieldDeclaration field,
      VariableDeclarator variable,
      TypeDeclaration<?> type,
      ClassWriter out) {
    int access = HeaderAccess.modifiers(field);
    if (HeaderAccess.isInterface(type)) {
      access |= Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
    }
    boolean fixed = (access & Opcodes.ACC_STATIC) != 0 && (access & Opcodes.ACC_FINAL) != 0;
    FieldVisitor written =
        out.visitField(
            access,
            variable.getNameAsString(),
            types.descriptor(variable.getType()),
            types.signature(variable.getType()),
            fixed ? constant(variable) : null);
    annotate(field.getAnnotations(), descriptor -> written.visitAnnotation(descriptor, true));
    written.visitEnd();
  }

  /** The value of the plainest constants. */
  private static Object constant(VariableDeclarator variable) {
    Expression value = variable.getInitializer().orElse(null);
    String type = variable.getTypeAsString();
    if (value == null) {
      return null;
    }
    if (value.isStringLiteralExpr() && type.equals("String")) {
      return value.asStringLiteralExpr().asString();
    }
    if (value.isBooleanLiteralExpr() && type.equals("boolean")) {
      return value.asBooleanLiteralExpr().getValue() ? 1 : 0;
    }
    boolean number = value.isIntegerLiteralExpr() && type.equals("int");
    return number ? (Object) value.asIntegerLiteralExpr().asNumber().intValue() : null;
  }

  private void method(MethodDeclaration method, TypeDeclaration<?> type, ClassWriter out) {
    int access = HeaderAccess.modifiers(method);
    if (HeaderAccess.isInterface(type)) {
      access |= method.getAccessSpecifier() == AccessSpecifier.PRIVATE ? 0 : Opcodes.ACC_PUBLIC;
      access |= method.getBody().isPresent() ? 0 : Opcodes.ACC_ABSTRACT;
    }
    callable(
        method,
        access,
        method.getNameAsString(),
        descriptor(method, "", types.descriptor(method.getType())),
        signature(method, types.signature(method.getType())),
        out);
  }

  private void constructor(
      ConstructorDeclaration constructor, TypeDeclaration<?> type, ClassWriter out) {
    boolean isEnum = type.isEnumDeclaration();
    String hidden = isEnum ? "Ljava/lang/String;I" : outerParameter(type);
    callable(
        constructor,
        HeaderAccess.modifiers(constructor) | (isEnum ? Opcodes.ACC_PRIVATE : 0),
        "<init>",
        descriptor(constructor, hidden, "V"),
        isGeneric(constructor) ? signature(constructor, "V") : null,
        out);
  }

  /** Whether the erased types do not say everything. */
  private boolean isGeneric(CallableDeclaration<?> callable) {
    return callable.getTypeParameters().isNonEmpty()
        || callable.getParameters().stream()
            .anyMatch(parameter -> !descriptor(parameter).equals(signature(parameter)));
  }

  private void callable(
      CallableDeclaration<?> callable,
      int access,
      String name,
      String descriptor,
      String signature,
      ClassWriter out) {
    boolean varargs = callable.getParameters().stream().anyMatch(Parameter::isVarArgs);
    MethodVisitor written =
        out.visitMethod(
            access | (varargs ? Opcodes.ACC_VARARGS : 0),
            name,
            descriptor,
            signature,
            exceptions(callable));
    annotate(callable.getAnnotations(), one -> written.visitAnnotation(one, true));
    int position = 0;
    for (Parameter parameter : callable.getParameters()) {
      int at = position++;
      annotate(parameter.getAnnotations(), one -> written.visitParameterAnnotation(at, one, true));
    }
    written.visitEnd();
  }

  private String[] exceptions(CallableDeclaration<?> callable) {
    List<String> thrown = new ArrayList<>();
    for (ReferenceType type : callable.getThrownExceptions()) {
      String descriptor = types.descriptor(type);
      thrown.add(descriptor.substring(1, descriptor.length() - 1));
    }
    return thrown.toArray(String[]::new);
  }

  private String descriptor(CallableDeclaration<?> callable, String hidden, String result) {
    StringBuilder descriptor = new StringBuilder("(").append(hidden);
    callable.getParameters().forEach(parameter -> descriptor.append(descriptor(parameter)));
    return descriptor.append(')').append(result).toString();
  }

  private String signature(CallableDeclaration<?> callable, String result) {
    List<TypeParameter> variables = callable.getTypeParameters();
    StringBuilder signature = new StringBuilder(types.variables(variables)).append('(');
    callable.getParameters().forEach(parameter -> signature.append(signature(parameter)));
    signature.append(')').append(result);
    for (Type thrown : callable.getThrownExceptions()) {
      signature.append('^').append(types.signature(thrown));
    }
    return signature.toString();
  }

  private String descriptor(Parameter parameter) {
    return (parameter.isVarArgs() ? "[" : "") + types.descriptor(parameter.getType());
  }

  private String signature(Parameter parameter) {
    return (parameter.isVarArgs() ? "[" : "") + types.signature(parameter.getType());
  }
}
