package io.github.leakcheck.bytecode;

import static org.objectweb.asm.Opcodes.*;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.ConstKind;
import java.util.List;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Translates instructions that stay inside their block. */
final class Instructions {
  private final Names names;
  private final VariableNames variables;
  private final Calls calls;
  private final BlockWriter block;
  private final OperandStack stack;

  Instructions(Names names, VariableNames variables, Calls calls, BlockWriter block) {
    this.names = names;
    this.variables = variables;
    this.calls = calls;
    this.block = block;
    this.stack = block.stack();
  }

  void translate(AbstractInsnNode node, int index) {
    if (node instanceof VarInsnNode variable) {
      variable(variable, index);
    } else if (node instanceof MethodInsnNode call) {
      calls.call(call);
    } else if (node instanceof FieldInsnNode field) {
      field(field);
    } else if (node instanceof LdcInsnNode constant) {
      constant(constant.cst);
    } else if (node instanceof TypeInsnNode type) {
      type(type);
    } else if (node instanceof IntInsnNode number) {
      number(number);
    } else if (node instanceof IincInsnNode increment) {
      stack.requireLocal(increment.var);
      stack.beforeWrite(increment.var, 0);
      block.emit(new Step.Compute(increment.var, List.of(increment.var), "int"));
    } else if (node instanceof InvokeDynamicInsnNode dynamic) {
      calls.dynamic(dynamic);
    } else if (node instanceof MultiANewArrayInsnNode array) {
      List<Integer> lengths = stack.pop(array.dims);
      int result = stack.push(false);
      block.emit(new Step.NewArray(result, names.type(array.desc), lengths.get(0)));
    } else {
      plain(node.getOpcode());
    }
  }

  private void variable(VarInsnNode node, int index) {
    int opcode = node.getOpcode();
    if (opcode == RET) {
      throw new UnreadableException("it uses the instruction ret");
    }
    stack.requireLocal(node.var);
    if (opcode <= ALOAD) {
      stack.pushRegister(node.var, opcode == LLOAD || opcode == DLOAD);
      return;
    }
    stack.beforeWrite(node.var, 1);
    int value = stack.pop();
    if (value != node.var) {
      block.emit(new Step.Copy(node.var, value, variables.written(node.var, index)));
    }
  }

  private void field(FieldInsnNode node) {
    boolean isStatic = node.getOpcode() == GETSTATIC || node.getOpcode() == PUTSTATIC;
    FieldRef field = names.field(node.owner, node.name, node.desc, isStatic);
    if (node.getOpcode() == GETSTATIC || node.getOpcode() == GETFIELD) {
      int object = isStatic ? Step.NONE : stack.pop();
      block.emit(new Step.LoadField(stack.push(isWide(node.desc)), field, object));
    } else {
      List<Integer> operands = stack.pop(isStatic ? 1 : 2);
      int object = isStatic ? Step.NONE : operands.get(0);
      block.emit(new Step.StoreField(field, object, operands.get(operands.size() - 1)));
    }
  }

  static boolean isWide(String descriptor) {
    return descriptor.equals("J") || descriptor.equals("D");
  }

  private void constant(Object value) {
    if (value instanceof Integer) {
      stack.pushConstant(ConstKind.INT, value, false);
    } else if (value instanceof String) {
      stack.pushConstant(ConstKind.STRING, value, false);
    } else if (value instanceof Type type && type.getSort() >= Type.ARRAY) {
      boolean isClass = type.getSort() != Type.METHOD;
      ConstKind kind = isClass ? ConstKind.CLASS : ConstKind.OTHER;
      stack.pushConstant(kind, isClass ? names.type(type.getDescriptor()) : null, false);
    } else if (value instanceof Number) {
      boolean wide = value instanceof Long || value instanceof Double;
      stack.pushConstant(ConstKind.OTHER, value, wide);
    } else {
      boolean wide =
          value instanceof org.objectweb.asm.ConstantDynamic dynamic && dynamic.getSize() == 2;
      stack.pushConstant(ConstKind.OTHER, null, wide);
    }
  }

  private void type(TypeInsnNode node) {
    String type = names.binary(node.desc);
    switch (node.getOpcode()) {
      case NEW -> block.emit(new Step.New(stack.push(false), type));
      case ANEWARRAY -> {
        int length = stack.pop();
        block.emit(new Step.NewArray(stack.push(false), type + "[]", length));
      }
      case CHECKCAST -> {
        int value = stack.pop();
        block.emit(new Step.Cast(stack.push(false), value, type));
      }
      default -> {
        int value = stack.pop();
        block.emit(new Step.InstanceOf(stack.push(false), value, type));
      }
    }
  }

  private void number(IntInsnNode node) {
    if (node.getOpcode() == NEWARRAY) {
      int length = stack.pop();
      block.emit(new Step.NewArray(stack.push(false), Primitives.array(node.operand), length));
    } else {
      stack.pushConstant(ConstKind.INT, node.operand, false);
    }
  }

  private void plain(int opcode) {
    if (opcode <= DCONST_1) {
      small(opcode);
    } else if (opcode >= POP && opcode <= SWAP) {
      shuffle(opcode);
    } else if (opcode == AALOAD) {
      stack.drop();
      int array = stack.pop();
      block.emit(new Step.LoadElement(stack.push(false), array));
    } else if (opcode == AASTORE) {
      stack.dropBelowTop();
      List<Integer> operands = stack.pop(2);
      block.emit(new Step.StoreElement(operands.get(0), operands.get(1)));
    } else if (opcode >= IASTORE && opcode <= SASTORE) {
      // no primitive can leak
      stack.drop();
      stack.drop();
      stack.drop();
    } else if (opcode == MONITORENTER || opcode == MONITOREXIT) {
      stack.drop();
    } else if (opcode != NOP) {
      compute(opcode);
    }
  }

  private void small(int opcode) {
    if (opcode == NOP) {
      return;
    }
    if (opcode == ACONST_NULL) {
      stack.pushConstant(ConstKind.NULL, null, false);
    } else if (opcode <= ICONST_5) {
      stack.pushConstant(ConstKind.INT, opcode - ICONST_0, false);
    } else {
      boolean isLong = opcode <= LCONST_1;
      Object value = isLong ? (Object) (long) (opcode - LCONST_0) : null;
      stack.pushConstant(ConstKind.OTHER, value, opcode < FCONST_0 || opcode > FCONST_2);
    }
  }

  private void shuffle(int opcode) {
    switch (opcode) {
      case POP -> pop();
      case POP2 -> {
        boolean both = !stack.isTopWide();
        pop();
        if (both) {
          pop();
        }
      }
      case DUP -> stack.duplicate(1, 0);
      case DUP_X1 -> stack.duplicate(1, 1);
      case DUP_X2 -> stack.duplicate(1, 2);
      case DUP2 -> stack.duplicate(2, 0);
      case DUP2_X1 -> stack.duplicate(2, 1);
      case DUP2_X2 -> stack.duplicate(2, 2);
      default -> stack.swap();
    }
  }

  private void pop() {
    int register = stack.drop();
    if (register != Step.NONE
        && block.last() instanceof Step.Call call
        && call.result() == register) {
      dropResult(call);
    }
  }

  /** A dropped {@code getClass()} is how old compilers check for null. */
  private void dropResult(Step.Call call) {
    MethodRef callee = call.callee();
    if (callee.name().equals("getClass") && callee.parameters().isEmpty()) {
      block.removeLast();
    } else {
      block.replaceLast(
          new Step.Call(callee, call.kind(), call.receiver(), call.arguments(), Step.NONE));
    }
  }

  private void compute(int opcode) {
    List<Integer> operands = stack.pop(Primitives.operands(opcode));
    String type = Primitives.result(opcode);
    boolean wide = type.equals("long") || type.equals("double");
    block.emit(new Step.Compute(stack.push(wide), operands, type));
  }
}
