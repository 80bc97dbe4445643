package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.ClassFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class {@code T} written instruction by instruction, as no compiler at hand would. */
final class WrittenClass {
  private final ClassWriter writer = new ClassWriter(0);
  private final List<String> notes = new ArrayList<>();

  WrittenClass(int version) {
    writer.visit(version, Opcodes.ACC_PUBLIC, "T", null, "java/lang/Object", null);
  }

  WrittenClass method(
      String name, String descriptor, int locals, int stack, Consumer<MethodVisitor> code) {
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, name, descriptor, null, null);
    method.visitCode();
    code.accept(method);
    method.visitMaxs(stack, locals);
    method.visitEnd();
    return this;
  }

  ClassFacts read() {
    return new ClassFileReader(notes::add).facts(writer.toByteArray()).orElseThrow();
  }

  /** What reading said. */
  List<String> notes() {
    return notes;
  }
}
