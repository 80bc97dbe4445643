package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.model.Member;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Tells for the body of a lambda in which member of the source it is written. */
final class LambdaHomes {
  private record Key(String name, String descriptor) {}

  private final String internalName;
  private final TypeFacts type;
  private final OwnMethods own;
  private final Names names;
  private final Map<Key, Key> makers = new HashMap<>();

  /**
   * @param methods all methods of the class that have code
   */
  LambdaHomes(
      String internalName, TypeFacts type, OwnMethods own, Names names, List<MethodNode> methods) {
    this.internalName = internalName;
    this.type = type;
    this.own = own;
    this.names = names;
    methods.forEach(this::addMade);
  }

  private void addMade(MethodNode method) {
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof InvokeDynamicInsnNode dynamic) {
        for (Object argument : dynamic.bsmArgs) {
          if (argument instanceof Handle body && isLambda(body)) {
            Key made = new Key(body.getName(), body.getDesc());
            makers.putIfAbsent(made, new Key(method.name, method.desc));
          }
        }
      }
    }
  }

  private boolean isLambda(Handle body) {
    return body.getOwner().equals(internalName)
        && body.getDesc().startsWith("(")
        && own.isLambdaBody(names.method(internalName, body.getName(), body.getDesc()));
  }

  /** The member around the lambda; the method itself if it is none's body. */
  Member source(MethodNode method) {
    Key home = new Key(method.name, method.desc);
    Set<Key> passed = new HashSet<>();
    while (makers.containsKey(home) && passed.add(home)) {
      home = makers.get(home);
    }
    if (home.name().equals(method.name) && home.name().startsWith("lambda$")) {
      return byName(method);
    }
    return member(home.name(), home.descriptor());
  }

  /** Nobody here makes it: {@code lambda$read$0} is, by its name, from {@code read}. */
  private Member byName(MethodNode method) {
    int start = "lambda$".length();
    int end = method.name.indexOf('$', start);
    String name = end < 0 ? "" : method.name.substring(start, end);
    String wanted =
        switch (name) {
          case "new" -> MethodRef.CONSTRUCTOR;
          case "static" -> MethodRef.STATIC_INITIALISER;
          default -> name;
        };
    for (MethodFacts declared : type.methods()) {
      if (declared.ref().name().equals(wanted)) {
        return new Member(type.name(), wanted, declared.ref().parameters(), descriptor(declared));
      }
    }
    return member(method.name, method.desc);
  }

  private static String descriptor(MethodFacts method) {
    StringBuilder descriptor = new StringBuilder("(");
    method.ref().parameters().forEach(parameter -> descriptor.append(Descriptors.of(parameter)));
    return descriptor.append(')').append(Descriptors.of(method.ref().result())).toString();
  }

  private Member member(String name, String descriptor) {
    return new Member(type.name(), name, names.parameters(descriptor), descriptor);
  }
}
