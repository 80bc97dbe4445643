package io.github.leakcheck.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads a {@link ClassHeader}. */
final class HeaderVisitor extends ClassVisitor {
  private static final int API = Opcodes.ASM9;

  private String name = "";
  private String sourceFile = "";
  private final Set<String> fields = new HashSet<>();
  private final List<ClassHeader.Method> methods = new ArrayList<>();
  private final Set<String> nested = new HashSet<>();

  private HeaderVisitor() {
    super(API);
  }

  static ClassHeader read(ClassReader reader) {
    HeaderVisitor visitor = new HeaderVisitor();
    reader.accept(visitor, ClassReader.SKIP_FRAMES);
    return new ClassHeader(
        visitor.name, visitor.sourceFile, visitor.fields, visitor.methods, visitor.nested);
  }

  @Override
  public void visit(
      int version, int access, String type, String signature, String parent, String[] interfaces) {
    name = type.replace('/', '.');
  }

  @Override
  public void visitSource(String source, String debug) {
    sourceFile = source == null ? "" : source;
  }

  @Override
  public void visitInnerClass(String inner, String outer, String simpleName, int access) {
    nested.add(inner.replace('/', '.'));
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String descriptor, String signature, Object value) {
    fields.add(field);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    boolean synthetic = (access & Opcodes.ACC_SYNTHETIC) != 0;
    int parameters = Type.getArgumentTypes(descriptor).length;
    return new MethodVisitor(API) {
      private int first;
      private int last;

      @Override
      public void visitLineNumber(int line, Label start) {
        first = first == 0 ? line : Math.min(first, line);
        last = Math.max(last, line);
      }

      @Override
      public void visitEnd() {
        methods.add(new ClassHeader.Method(method, parameters, synthetic, first, last));
      }
    };
  }
}
