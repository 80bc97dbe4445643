package io.github.leakcheck.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Sources of the project: every flow is well formed, and makes and calls exactly what the class
 * file does, copies included.
 */
class OwnSourcesTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/leakcheck");

  /** Packages that leave little to the inference of types. */
  private static final List<String> PACKAGES = List.of("facts", "model", "source");

  /** What javac writes on its own account and the flows leave out. */
  private static final Set<String> COMPILED_IN =
      Set.of("addSuppressed", "ordinal", "requireNonNull", "hashCode", "equals", "$values");

  private static final Set<String> COMPILED_TYPES =
      Set.of("AssertionError", "MatchException", "IncompatibleClassChangeError");

  @Test
  void flowsAgreeWithClassFiles() throws IOException {
    int methods = 0;
    for (Path file : files()) {
      SourceProgram program =
          SourceProgram.of(
              Parsed.file(Files.readString(file), file.getFileName().toString()), null);
      for (String type : program.classes()) {
        methods += compare(type, program.facts(type).orElseThrow().flows());
      }
      assertThat(program.notes()).isEmpty();
    }
    assertThat(methods).isGreaterThan(300);
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : PACKAGES) {
      try (Stream<Path> all = Files.list(SOURCES.resolve(folder))) {
        all.filter(path -> path.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  private static int compare(String type, List<MethodFlow> flows) throws IOException {
    Map<String, List<String>> fromSource = new TreeMap<>();
    for (MethodFlow flow : flows) {
      WellFormed.check(flow);
      assertThat(flow.resolved()).as(Printed.of(flow.method())).isTrue();
      String key = flow.isLambdaBody() ? "lambda" : key(flow.method());
      fromSource.computeIfAbsent(key, k -> new ArrayList<>()).addAll(uses(flow));
    }
    Map<String, List<String>> fromClass = uses(read(type));
    fromClass.keySet().retainAll(fromSource.keySet());
    fromSource.values().forEach(Collections::sort);
    fromClass.values().forEach(Collections::sort);
    assertThat(fromSource).as(type).isEqualTo(fromClass);
    return fromSource.size();
  }

  private static String key(MethodRef method) {
    return method.name() + Descriptors.of(method);
  }

  private static List<String> uses(MethodFlow flow) {
    List<String> uses = new ArrayList<>();
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Call call) {
        add(call.callee().owner(), call.callee().name(), parameters(call.callee()), uses);
      } else if (node.step() instanceof Step.New created) {
        add(created.type(), "new", "", uses);
      }
    }
    return uses;
  }

  private static String parameters(MethodRef method) {
    return String.join(",", method.parameters());
  }

  private static void add(String owner, String name, String parameters, List<String> uses) {
    String simple = owner.substring(owner.lastIndexOf('.') + 1);
    boolean boxing = name.endsWith("Value") || name.equals("valueOf");
    if (!COMPILED_IN.contains(name) && !COMPILED_TYPES.contains(simple) && !boxing) {
      uses.add((name.matches("<init>|new") ? simple + "." : "") + name + "(" + parameters + ")");
    }
  }

  private static ClassNode read(String type) throws IOException {
    ClassNode node = new ClassNode();
    String resource = "/" + type.replace('.', '/') + ".class";
    try (InputStream in = OwnSourcesTest.class.getResourceAsStream(resource)) {
      new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG);
    }
    return node;
  }

  private static Map<String, List<String>> uses(ClassNode node) {
    Map<String, List<String>> byMethod = new TreeMap<>();
    for (MethodNode method : node.methods) {
      boolean lambda = method.name.startsWith("lambda$");
      if ((method.access & Opcodes.ACC_SYNTHETIC) == 0 || lambda) {
        String key = lambda ? "lambda" : method.name + method.desc;
        byMethod.computeIfAbsent(key, k -> new ArrayList<>()).addAll(uses(method));
      }
    }
    return byMethod;
  }

  private static List<String> uses(MethodNode method) {
    List<String> uses = new ArrayList<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call) {
        add(call.owner.replace('/', '.'), call.name, parameters(call.desc), uses);
      } else if (instruction instanceof TypeInsnNode created
          && created.getOpcode() == Opcodes.NEW) {
        add(created.desc.replace('/', '.'), "new", "", uses);
      }
    }
    return uses;
  }

  private static String parameters(String descriptor) {
    List<String> names = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      names.add(type.getClassName());
    }
    return String.join(",", names);
  }
}
