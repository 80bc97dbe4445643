package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/** Reads the declaration of one class. */
final class DeclarationReader extends ClassVisitor {
  private static final int MEMBER_FLAGS = 0xFFFF;
  private static final int ACC_SUPER = 0x20;

  private final Names names;
  private final List<FieldFacts> fields = new ArrayList<>();
  private final List<MethodFacts> methods = new ArrayList<>();
  private final List<MethodFacts> bridges = new ArrayList<>();
  private final Map<String, String> annotations = new LinkedHashMap<>();
  private final Nesting nesting = new Nesting();
  private String internalName;
  private String superName = "";
  private List<String> interfaces = List.of();
  private int access;
  private String sourceFile = "";

  private DeclarationReader(Names names) {
    super(Opcodes.ASM9);
    this.names = names;
  }

  /**
   * The declaration.
   *
   * @param lines whether methods get the line of their first instruction as span; costs reading the
   *     code
   */
  static TypeFacts read(ClassReader reader, Names names, boolean lines) {
    DeclarationReader visitor = new DeclarationReader(names);
    reader.accept(visitor, lines ? ClassReader.SKIP_FRAMES : ClassReader.SKIP_CODE);
    return visitor.facts();
  }

  private TypeFacts facts() {
    List<MethodFacts> all = new ArrayList<>(methods);
    all.addAll(bridges);
    return new TypeFacts(
        names.binary(internalName),
        superName,
        interfaces,
        nesting.access(internalName, access) | (isRecord() ? Access.RECORD : 0),
        names.binary(nesting.outer(internalName)),
        sourceFile,
        Map.copyOf(annotations),
        List.copyOf(fields),
        List.copyOf(all),
        names.binary(nesting.members(internalName)));
  }

  private boolean isRecord() {
    return superName.equals("java.lang.Record");
  }

  @Override
  public void visit(
      int version, int flags, String name, String signature, String parent, String[] implemented) {
    internalName = name;
    access = flags & MEMBER_FLAGS & ~ACC_SUPER;
    superName = parent == null ? "" : names.binary(parent);
    interfaces = names.binary(implemented == null ? List.of() : List.of(implemented));
  }

  @Override
  public void visitSource(String source, String debug) {
    if (source != null && source.indexOf('/') < 0 && source.indexOf('\\') < 0) {
      sourceFile = internalName.substring(0, internalName.lastIndexOf('/') + 1) + source;
    }
  }

  @Override
  public void visitOuterClass(String owner, String name, String descriptor) {
    nesting.enclosedBy(owner);
  }

  @Override
  public void visitInnerClass(String name, String outerName, String innerName, int flags) {
    nesting.add(name, outerName, flags & MEMBER_FLAGS & ~ACC_SUPER);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    annotations.put(Names.simple(descriptor), names.type(descriptor));
    return null;
  }

  @Override
  public FieldVisitor visitField(
      int flags, String name, String descriptor, String signature, Object value) {
    Set<String> found = new TreeSet<>();
    boolean constant =
        value != null && Access.has(flags, Access.STATIC) && Access.has(flags, Access.FINAL);
    String type = names.type(descriptor);
    return new FieldVisitor(Opcodes.ASM9) {
      @Override
      public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
        found.add(Names.simple(annotation));
        return null;
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int typeRef, TypePath path, String annotation, boolean visible) {
        if (MethodDeclaration.isTopLevel(path)) {
          found.add(Names.simple(annotation));
        }
        return null;
      }

      @Override
      public void visitEnd() {
        fields.add(
            new FieldFacts(
                name, type, flags & MEMBER_FLAGS, Set.copyOf(found), Span.UNKNOWN, constant));
      }
    };
  }

  @Override
  public MethodVisitor visitMethod(
      int flags, String name, String descriptor, String signature, String[] exceptions) {
    List<String> thrown = names.binary(exceptions == null ? List.of() : List.of(exceptions));
    int leading = leadingSynthetic(name, descriptor);
    return new MethodDeclaration(names.parameters(descriptor).size(), leading) {
      @Override
      public void visitEnd() {
        List<MethodFacts> target = Access.has(flags, Access.BRIDGE) ? bridges : methods;
        target.add(
            new MethodFacts(
                names.method(internalName, name, descriptor),
                flags & MEMBER_FLAGS,
                thrown,
                annotations(),
                parameterAnnotations(),
                span()));
      }
    };
  }

  /** Parameters that the compiler put in front: not counted by tables of parameter annotations. */
  private int leadingSynthetic(String name, String descriptor) {
    if (!name.equals("<init>")) {
      return 0;
    }
    if (superName.equals("java.lang.Enum")) {
      return 2;
    }
    String outer = nesting.outer(internalName);
    boolean inner = !Access.has(nesting.access(internalName, access), Access.STATIC);
    return inner && !outer.isEmpty() && descriptor.startsWith("(L" + outer + ";") ? 1 : 0;
  }
}
