package io.github.leakcheck.bytecode;

import static org.objectweb.asm.Opcodes.*;

/** Instructions that only compute: how many entries they take and what type they leave. */
final class Primitives {
  private static final String[] BY_LETTER = {"int", "long", "float", "double"};
  private static final String[] ARRAYS = {
    "boolean[]", "char[]", "float[]", "double[]", "byte[]", "short[]", "int[]", "long[]"
  };
  private static final String[] CONVERTED = {
    "long", "float", "double", "int", "float", "double", "int", "long", "double", "int", "long",
    "float", "byte", "char", "short"
  };

  private Primitives() {}

  /** The type of an array made by {@code newarray}. */
  static String array(int code) {
    if (code < T_BOOLEAN || code > T_LONG) {
      throw new UnreadableException("it makes an array of no type");
    }
    return ARRAYS[code - T_BOOLEAN];
  }

  static int operands(int opcode) {
    boolean one = opcode == ARRAYLENGTH || opcode >= INEG && opcode <= DNEG;
    return one || opcode >= I2L && opcode <= I2S ? 1 : 2;
  }

  static String result(int opcode) {
    if (opcode >= I2L && opcode <= I2S) {
      return CONVERTED[opcode - I2L];
    } else if (opcode >= LCMP || opcode == ARRAYLENGTH) {
      return "int";
    } else if (opcode >= ISHL && opcode <= LXOR) {
      return (opcode - ISHL) % 2 == 0 ? "int" : "long";
    } else if (opcode >= IADD && opcode <= DNEG) {
      return BY_LETTER[(opcode - IADD) % 4];
    } else if (opcode >= IALOAD && opcode <= DALOAD) {
      return BY_LETTER[opcode - IALOAD];
    } else if (opcode >= BALOAD && opcode <= SALOAD) {
      return "int";
    }
    throw new UnreadableException("it uses the unknown instruction " + opcode);
  }
}
