package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.MethodFacts;
import io.github.leakcheck.model.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

/** One class file whose bodies are lowered when asked for. */
final class ClassFile {
  private final ClassReader reader;
  private final TypeFacts type;
  private final Names names;
  private final Consumer<String> notes;
  private final OwnMethods own;
  private final MethodReader methods;
  private final Map<MethodRef, Optional<MethodFlow>> flows = new HashMap<>();
  private boolean complete;

  ClassFile(
      ClassReader reader,
      TypeFacts type,
      Names names,
      Accessors accessors,
      Consumer<String> notes) {
    this.reader = reader;
    this.type = type;
    this.names = names;
    this.notes = notes;
    this.own = new OwnMethods(type);
    this.methods = new MethodReader(names, own, accessors);
  }

  /** A rough measure of the memory it takes, in bytes of its class file. */
  int weight() {
    return reader.b.length;
  }

  TypeFacts type() {
    return type;
  }

  /** Flows of all methods that somebody wrote, in the order of the class file. */
  List<MethodFlow> written() {
    readAll();
    List<MethodFlow> written = new ArrayList<>();
    for (MethodFacts method : type.methods()) {
      if (!isCompilersOwn(method)) {
        flows.getOrDefault(method.ref(), Optional.empty()).ifPresent(written::add);
      }
    }
    return written;
  }

  private static boolean isCompilersOwn(MethodFacts method) {
    String name = method.ref().name();
    boolean synthetic = Access.has(method.access(), Access.SYNTHETIC);
    return Access.has(method.access(), Access.BRIDGE)
        || synthetic && (name.startsWith("access$") || name.startsWith("$"));
  }

  /** The flow of a method of this class; a bridge leads to what it bridges to. */
  Optional<MethodFlow> flow(MethodRef method) {
    Optional<MethodFacts> declared = own.find(method);
    Optional<MethodFlow> flow = declared.flatMap(this::lowered);
    if (flow.isPresent() && Access.has(flow.get().access(), Access.BRIDGE)) {
      return bridged(flow.get()).or(() -> flow);
    }
    return flow;
  }

  private Optional<MethodFlow> bridged(MethodFlow bridge) {
    for (Node node : bridge.nodes()) {
      if (node.step() instanceof Step.Call call
          && call.callee().owner().equals(type.name())
          && !call.callee().equals(bridge.method())) {
        return own.find(call.callee())
            .filter(target -> !Access.has(target.access(), Access.BRIDGE))
            .flatMap(this::lowered);
      }
    }
    return Optional.empty();
  }

  private Optional<MethodFlow> lowered(MethodFacts method) {
    if (!flows.containsKey(method.ref()) && !complete) {
      if (isLambdaBody(method)) {
        readAll();
      } else {
        nodes(method).forEach(node -> lower(node, method, member(node)));
      }
    }
    return flows.getOrDefault(method.ref(), Optional.empty());
  }

  private static boolean isLambdaBody(MethodFacts method) {
    return Access.has(method.access(), Access.SYNTHETIC)
        && !Access.has(method.access(), Access.BRIDGE)
        && !method.ref().name().startsWith("access$");
  }

  private void readAll() {
    if (complete) {
      return;
    }
    complete = true;
    List<MethodNode> all = nodes(null);
    LambdaHomes homes = new LambdaHomes(reader.getClassName(), type, own, names, all);
    for (MethodNode node : all) {
      own.find(ref(node.name, node.desc))
          .ifPresent(method -> lower(node, method, homes.source(node)));
    }
  }

  private Member member(MethodNode node) {
    return new Member(type.name(), node.name, names.parameters(node.desc), node.desc);
  }

  private MethodRef ref(String name, String descriptor) {
    return names.method(reader.getClassName(), name, descriptor);
  }

  /** Names are compared first, as types are costly to make of a descriptor. */
  private boolean is(MethodRef method, String name, String descriptor) {
    return method.name().equals(name) && method.equals(ref(name, descriptor));
  }

  /** Methods with code; only the wanted one unless that is null. */
  private List<MethodNode> nodes(MethodFacts wanted) {
    List<MethodNode> found = new ArrayList<>();
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            if (Access.has(access, Access.ABSTRACT) || Access.has(access, Access.NATIVE)) {
              return null;
            }
            if (wanted != null && !is(wanted.ref(), name, descriptor)) {
              return null;
            }
            MethodNode node =
                new MethodNode(Opcodes.ASM9, access, name, descriptor, signature, exceptions);
            found.add(node);
            return node;
          }
        },
        ClassReader.SKIP_FRAMES);
    return found;
  }

  private void lower(MethodNode node, MethodFacts method, Member source) {
    if (flows.containsKey(method.ref())) {
      return;
    }
    Optional<MethodFlow> flow = Optional.empty();
    try {
      flow = Optional.of(methods.read(node, method, source));
    } catch (UnreadableException unreadable) {
      note(method, unreadable.getMessage());
    } catch (RuntimeException | AssertionError broken) {
      note(method, "its code is broken (" + broken + ")");
    }
    flows.put(method.ref(), flow);
  }

  private void note(MethodFacts method, String why) {
    notes.accept(type.name() + "." + method.ref().name() + ": not read, " + why);
  }
}
