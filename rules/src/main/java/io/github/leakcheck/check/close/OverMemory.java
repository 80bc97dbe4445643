package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Program;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What lies in memory. To write to streams of the platform that were made around a stream there
 * never fails; reading may, since what was read may be damaged, and then little is lost.
 */
final class OverMemory {
  private static final int DEPTH = 4;
  private static final Set<String> WRITES =
      Set.of("write", "flush", "close", "finish", "append", "newLine");

  private static final Pattern READERS =
      Pattern.compile(".*(Parser|Reader|Input|Decoder|Tokenizer|Lexer)");

  private final Knowledge knowledge;

  OverMemory(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  boolean writes(MethodFlow flow, Node node, Step.Call call) {
    String owner = call.callee().owner();
    return call.receiver() >= 0
        && WRITES.contains(call.callee().name())
        && Platform.isProvided(owner)
        && isWriter(owner)
        && isMadeOver(flow, flow.definitions(), node.id(), call.receiver(), DEPTH);
  }

  /** Fields that the methods of their class fill with nothing but what was made over memory. */
  Set<String> fields(TypeFacts type, Program program) {
    Set<String> over = new HashSet<>();
    Set<String> other = new HashSet<>();
    type.methods().stream()
        .flatMap(method -> program.body(method.ref()).stream())
        .forEach(
            flow ->
                flow.nodes().stream()
                    .filter(node -> storesSome(flow, node))
                    .forEach(node -> (fills(flow, node) ? over : other).add(stored(node))));
    over.removeAll(other);
    return over;
  }

  private static boolean storesSome(MethodFlow flow, Node node) {
    return node.step() instanceof Step.StoreField store
        && !(FieldReleases.origin(flow, flow.definitions(), node.id(), store.value())
            instanceof Step.Const);
  }

  private boolean fills(MethodFlow flow, Node node) {
    int value = ((Step.StoreField) node.step()).value();
    return isMadeOver(flow, flow.definitions(), node.id(), value, DEPTH);
  }

  private static String stored(Node node) {
    return ((Step.StoreField) node.step()).field().name();
  }

  /** Whether the call makes something, named like a reader, of nothing but an array to read. */
  static boolean reads(MethodRef made, String type) {
    List<String> parameters = made.parameters() == null ? List.of() : made.parameters();
    return READERS.matcher(type).matches()
        && parameters.stream().anyMatch(OverMemory::isText)
        && parameters.stream().allMatch(p -> isText(p) || !p.contains(".") && !p.contains("["));
  }

  private static boolean isText(String parameter) {
    return parameter.equals("byte[]") || parameter.equals("char[]");
  }

  private boolean isWriter(String type) {
    return knowledge.types().isSubtype(type, "java.io.OutputStream")
        || knowledge.types().isSubtype(type, "java.io.Writer");
  }

  private boolean isMadeOver(
      MethodFlow flow, Definitions definitions, int node, int register, int depth) {
    int made = FieldReleases.originNode(flow, definitions, node, register);
    if (depth == 0 || made < 0) {
      return false;
    }
    if (flow.node(made).step() instanceof Step.LoadField load) {
      return knowledge.isHarmless(load.field().type());
    }
    if (!(flow.node(made).step() instanceof Step.New fresh)) {
      return false;
    }
    if (knowledge.isHarmless(fresh.type())) {
      return true;
    }
    return Platform.isProvided(fresh.type())
        && flow.nodes().stream()
            .filter(n -> constructs(flow, definitions, n, made))
            .anyMatch(n -> wrapsMemory(flow, definitions, n, depth));
  }

  private static boolean constructs(MethodFlow flow, Definitions definitions, Node node, int made) {
    return node.step() instanceof Step.Call call
        && call.callee().isConstructor()
        && FieldReleases.originNode(flow, definitions, node.id(), call.receiver()) == made;
  }

  private boolean wrapsMemory(MethodFlow flow, Definitions definitions, Node node, int depth) {
    Step.Call call = (Step.Call) node.step();
    for (int i = 0; i < call.arguments().size(); i++) {
      String type = call.callee().parameters() == null ? "" : call.callee().parameters().get(i);
      if (knowledge.types().isCloseable(type)
          && isMadeOver(flow, definitions, node.id(), call.arguments().get(i), depth - 1)) {
        return true;
      }
    }
    return false;
  }
}
