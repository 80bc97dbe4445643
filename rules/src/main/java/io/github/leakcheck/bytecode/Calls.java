package io.github.leakcheck.bytecode;

import static org.objectweb.asm.Opcodes.*;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Translates calls; drops those that only the compiler wrote. */
final class Calls {
  private static final MethodRef CLOSE =
      new MethodRef("java.lang.AutoCloseable", "close", List.of(), "void");

  /** The last parameter is an anonymous class. */
  private static final Pattern ACCESS = Pattern.compile("\\(.*\\$\\d+;\\)V");

  private final Names names;
  private final OwnMethods own;
  private final Accessors accessors;
  private final BlockWriter block;
  private final OperandStack stack;

  Calls(Names names, OwnMethods own, Accessors accessors, BlockWriter block) {
    this.names = names;
    this.own = own;
    this.accessors = accessors;
    this.block = block;
    this.stack = block.stack();
  }

  void call(MethodInsnNode node) {
    List<Integer> operands = popOperands(node);
    if (isAddSuppressed(node)) {
      return;
    }
    if (closesResource(node)) {
      int resource = operands.get(node.name.equals("closeFinally") ? 0 : 1);
      block.emit(new Step.Call(CLOSE, CallKind.VIRTUAL, resource, List.of(), Step.NONE));
      return;
    }
    Optional<Accessors.Access> access =
        node.getOpcode() == INVOKESTATIC ? accessors.find(node) : Optional.empty();
    if (access.isPresent()) {
      access(access.get(), operands, node.desc);
    } else {
      ordinary(node, operands);
    }
  }

  private List<Integer> popOperands(MethodInsnNode node) {
    int arguments = names.parameters(node.desc).size();
    return stack.pop(node.getOpcode() == INVOKESTATIC ? arguments : arguments + 1);
  }

  private void ordinary(MethodInsnNode node, List<Integer> passed) {
    boolean isStatic = node.getOpcode() == INVOKESTATIC;
    boolean access = isAccessConstructor(node);
    MethodRef callee =
        names.method(node.owner, node.name, access ? withoutLast(node.desc) : node.desc);
    List<Integer> operands = access ? passed.subList(0, passed.size() - 1) : passed;
    block.emit(
        new Step.Call(
            callee,
            kind(node.getOpcode(), callee),
            isStatic ? Step.NONE : operands.get(0),
            isStatic ? operands : operands.subList(1, operands.size()),
            pushResult(node.desc)));
  }

  /**
   * For Java 10 and older javac makes a constructor that takes a null more, of a class that nobody
   * can name, to reach a private one from another class of the nest.
   */
  private static boolean isAccessConstructor(MethodInsnNode node) {
    return node.name.equals(MethodRef.CONSTRUCTOR)
        && node.getPrevious() != null
        && node.getPrevious().getOpcode() == ACONST_NULL
        && ACCESS.matcher(node.desc).matches();
  }

  private static String withoutLast(String descriptor) {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    return Type.getMethodDescriptor(
        Type.VOID_TYPE, Arrays.copyOf(parameters, parameters.length - 1));
  }

  private CallKind kind(int opcode, MethodRef callee) {
    return switch (opcode) {
      case INVOKESTATIC -> CallKind.STATIC;
      case INVOKESPECIAL -> callee.isConstructor() ? CallKind.CONSTRUCTOR : CallKind.SPECIAL;
      default -> own.isPrivate(callee) ? CallKind.SPECIAL : CallKind.VIRTUAL;
    };
  }

  private int pushResult(String descriptor) {
    String result = descriptor.substring(descriptor.indexOf(')') + 1);
    return result.equals("V") ? Step.NONE : stack.push(Instructions.isWide(result));
  }

  /** Adding to what is being thrown anyway changes no path. */
  private static boolean isAddSuppressed(MethodInsnNode node) {
    return node.name.equals("addSuppressed")
        && (node.owner.equals("java/lang/Throwable") || node.owner.equals("kotlin/ExceptionsKt"));
  }

  /**
   * What javac 9 and 10 make of the end of try-with-resources, and Kotlin of {@code use}: closes
   * one argument, the other is the exception under way.
   */
  private static boolean closesResource(MethodInsnNode node) {
    if (node.name.equals("closeFinally")) {
      return node.owner.equals("kotlin/io/CloseableKt")
          || node.owner.equals("kotlin/jdk7/AutoCloseableKt");
    }
    return node.name.equals("$closeResource")
        && node.desc.equals("(Ljava/lang/Throwable;Ljava/lang/AutoCloseable;)V");
  }

  private void access(Accessors.Access access, List<Integer> operands, String descriptor) {
    int returned = access.returnedParameter();
    int result;
    if (returned >= 0) {
      result = Step.NONE;
      String type = descriptor.substring(descriptor.indexOf(')') + 1);
      stack.pushRegister(operands.get(returned), Instructions.isWide(type));
    } else {
      result = pushResult(descriptor);
    }
    block.emit(access.with(operands, result));
  }

  void dynamic(InvokeDynamicInsnNode node) {
    List<Integer> operands = stack.pop(names.parameters(node.desc).size());
    int result = pushResult(node.desc);
    switch (node.bsm.getOwner()) {
      case "java/lang/invoke/LambdaMetafactory" -> lambda(node, operands, result);
      case "java/lang/invoke/StringConcatFactory",
          "java/lang/runtime/ObjectMethods",
          "java/lang/runtime/SwitchBootstraps" ->
          block.emit(new Step.Compute(result, operands, names.result(node.desc)));
      default -> block.emit(foreign(node, operands, result));
    }
  }

  private void lambda(InvokeDynamicInsnNode node, List<Integer> operands, int result) {
    if (node.bsmArgs.length > 1 && node.bsmArgs[1] instanceof Handle body) {
      MethodRef method = names.method(body.getOwner(), body.getName(), body.getDesc());
      boolean reference = !own.isLambdaBody(method);
      String type = names.result(node.desc);
      block.emit(new Step.Lambda(result, type, method, operands, reference));
    } else {
      block.emit(foreign(node, operands, result));
    }
  }

  /** A call site of another language: who knows what runs. */
  private Step foreign(InvokeDynamicInsnNode node, List<Integer> operands, int result) {
    MethodRef callee = names.method(node.bsm.getOwner(), node.name, node.desc);
    return new Step.Call(callee, CallKind.STATIC, Step.NONE, operands, result);
  }
}
