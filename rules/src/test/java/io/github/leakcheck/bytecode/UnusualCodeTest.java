package io.github.leakcheck.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.ClassFacts;
import io.github.leakcheck.facts.FlowText;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Step;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files of old, foreign or ill-meaning writers. */
class UnusualCodeTest {
  private static void readLine(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/io/Reader", "read", "()I", false);
  }

  private static void closes(MethodVisitor code) {
    Label close = new Label();
    readLine(code);
    code.visitVarInsn(Opcodes.ISTORE, 1);
    code.visitJumpInsn(Opcodes.JSR, close);
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(close);
    code.visitVarInsn(Opcodes.ASTORE, 2);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/io/Reader", "close", "()V", false);
    code.visitVarInsn(Opcodes.RET, 2);
  }

  @Test
  void subroutinesAreCopiedToTheirCallers() {
    ClassFacts facts =
        new WrittenClass(Opcodes.V1_4)
            .method("m", "(Ljava/io/Reader;)I", 3, 1, UnusualCodeTest::closes)
            .read();
    MethodFlow flow = facts.flows().get(0);
    assertThat(FlowRules.broken(flow)).isEmpty();
    assertThat(FlowText.steps(flow))
        .contains("return r1")
        .endsWith("call VIRTUAL r0 java.io.Reader.close()");
  }

  @Test
  void reorderedStackEntriesDoNotMixUp() {
    ClassFacts facts =
        new WrittenClass(Opcodes.V1_8)
            .method("m", "(II)I", 2, 3, UnusualCodeTest::swapsAcrossAJump)
            .read();
    MethodFlow flow = facts.flows().get(0);
    assertThat(FlowRules.broken(flow)).isEmpty();
    assertThat(FlowRules.undefined(flow)).isEmpty();
    // b and a were computed into r2 and r3, then swapped: each must pass through another register
    assertThat(FlowText.steps(flow))
        .isEqualTo(
            """
            nop
            r2 = compute int(r0)
            r3 = compute int(r1)
            r5 = r2
            r2 = r3
            r3 = r5
            test r0 IS_TRUE
            r2 = compute int(r2, r3)
            return r2""");
  }

  private static void swapsAcrossAJump(MethodVisitor code) {
    Label join = new Label();
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitInsn(Opcodes.INEG);
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitInsn(Opcodes.INEG);
    code.visitInsn(Opcodes.SWAP);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitJumpInsn(Opcodes.IFEQ, join);
    code.visitLabel(join);
    code.visitInsn(Opcodes.ISUB);
    code.visitInsn(Opcodes.IRETURN);
  }

  /** Loads parameters, shuffles them, and passes all that is there to {@code f}. */
  @ParameterizedTest
  @CsvSource({
    "DUP, II, III, 0 1 1",
    "DUP_X1, II, III, 1 0 1",
    "DUP_X2, III, IIII, 2 0 1 2",
    "DUP_X2, JI, IJI, 2 0 2",
    "DUP2, II, IIII, 0 1 0 1",
    "DUP2, J, JJ, 0 0",
    "DUP2_X1, III, IIIII, 1 2 0 1 2",
    "DUP2_X1, IJ, JIJ, 1 0 1",
    "DUP2_X2, IIII, IIIIII, 2 3 0 1 2 3",
    "DUP2_X2, IIJ, JIIJ, 2 0 1 2",
    "DUP2_X2, JII, IIJII, 2 3 0 2 3",
    "DUP2_X2, JJ, JJJ, 2 0 2",
    "SWAP, III, III, 0 2 1",
    "POP, II, I, 0",
    "POP2, III, I, 0",
    "POP2, IJ, I, 0"
  })
  void shuffledEntriesKeepTheirValues(String name, String in, String out, String expected)
      throws ReflectiveOperationException {
    int opcode = Opcodes.class.getField(name).getInt(null);
    ClassFacts facts =
        new WrittenClass(Opcodes.V1_8)
            .method("m", "(" + in + ")V", 8, 16, code -> shuffle(code, opcode, in, out))
            .read();
    Step.Call call = (Step.Call) facts.flows().get(0).node(1).step();
    assertThat(call.arguments())
        .containsExactly(
            Stream.of(expected.split(" ")).map(Integer::valueOf).toArray(Integer[]::new));
  }

  private static void shuffle(MethodVisitor code, int opcode, String in, String out) {
    int local = 0;
    for (char type : in.toCharArray()) {
      code.visitVarInsn(type == 'J' ? Opcodes.LLOAD : Opcodes.ILOAD, local);
      local += type == 'J' ? 2 : 1;
    }
    code.visitInsn(opcode);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, "U", "f", "(" + out + ")V", false);
    code.visitInsn(Opcodes.RETURN);
  }

  @Test
  void hugeMethodsAreLeftOutWithANote() {
    WrittenClass written =
        new WrittenClass(Opcodes.V1_8)
            .method("huge", "()V", 0, 1, code -> repeat(code, 65_000))
            .method("large", "()V", 0, 1, code -> repeat(code, 50_000));
    assertThat(written.read().flows()).hasSize(1);
    assertThat(written.notes()).containsExactly("T.huge: not read, it has 65001 instructions");
  }

  private static void repeat(MethodVisitor code, int times) {
    for (int i = 0; i < times; i++) {
      code.visitInsn(Opcodes.NOP);
    }
    code.visitInsn(Opcodes.RETURN);
  }

  @Test
  void codeThatMakesNoSenseIsLeftOutWithANote() {
    WrittenClass written =
        new WrittenClass(Opcodes.V1_8)
            .method("under", "()V", 0, 1, code -> code.visitInsn(Opcodes.POP))
            .method("local", "()V", 0, 1, code -> code.visitVarInsn(Opcodes.ALOAD, 7))
            .method("end", "()V", 0, 1, code -> code.visitInsn(Opcodes.NOP))
            .method("over", "()V", 0, 0, code -> code.visitInsn(Opcodes.ICONST_0))
            .method("fine", "()V", 0, 0, code -> code.visitInsn(Opcodes.RETURN));
    assertThat(written.read().flows()).extracting(f -> f.method().name()).containsExactly("fine");
    assertThat(written.notes()).hasSize(4).allMatch(note -> note.contains(": not read, "));
  }

  @Test
  void handlersThatCoverThemselvesEnd() {
    ClassFacts facts =
        new WrittenClass(Opcodes.V1_8)
            .method("m", "(Ljava/io/Reader;)V", 1, 1, UnusualCodeTest::coversItsHandler)
            .read();
    MethodFlow flow = facts.flows().get(0);
    assertThat(flow.nodes().stream().filter(n -> !n.handlers().isEmpty())).hasSize(1);
  }

  private static void coversItsHandler(MethodVisitor code) {
    Label start = new Label();
    Label handler = new Label();
    Label end = new Label();
    code.visitTryCatchBlock(start, end, handler, null);
    code.visitLabel(start);
    readLine(code);
    code.visitInsn(Opcodes.POP);
    code.visitInsn(Opcodes.RETURN);
    code.visitLabel(handler);
    code.visitInsn(Opcodes.POP);
    readLine(code);
    code.visitInsn(Opcodes.POP);
    code.visitInsn(Opcodes.RETURN);
    code.visitLabel(end);
  }

  @Test
  void closingThroughCompilersHelpersIsClosing() {
    String source =
        "package kotlin.io; class CloseableKt {"
            + " static void closeFinally(java.io.Closeable c, Throwable t) {}"
            + " static void $closeResource(Throwable t, AutoCloseable c) {}"
            + " static void use(java.io.Closeable c, Throwable t) { closeFinally(c, t); }"
            + " static void end(java.io.Closeable c, Throwable t) { $closeResource(t, c); } }";
    Compiled compiled = Compiled.of(8, source);
    for (String method : new String[] {"use", "end"}) {
      MethodFlow flow = compiled.flows("kotlin.io.CloseableKt", method).get(0);
      Step.Call close = (Step.Call) flow.node(1).step();
      assertThat(close.callee().name()).isEqualTo("close");
      assertThat(close.receiver()).isZero();
    }
  }

  @Test
  void strangeNamesStayOnTheirLine() {
    assertThat(Notes.printable("a\nb\u001b[0m\u202e\u0000")).isEqualTo("a?b?[0m??");
  }

  @Test
  void notesAreBounded() {
    Notes notes = new Notes();
    for (int i = 0; i < 1_000; i++) {
      notes.add("note " + i);
    }
    assertThat(notes.lines()).hasSize(201).last().isEqualTo("and 800 more");
  }
}
