package io.github.leakcheck.bytecode;

import io.github.leakcheck.bytecode.BlockWriter.Draft;
import io.github.leakcheck.bytecode.ExceptionTable.Handler;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Numbers the steps of all blocks in the order of the code and joins them. Node 0 is an empty entry
 * that nothing leads back to.
 */
final class FlowNodes {
  private final TreeMap<Integer, BlockWriter> blocks;
  private final Code code;
  private final int exceptionRegister;
  private final Map<Integer, Integer> entered = new HashMap<>();
  private final Map<Integer, Integer> firstNode = new HashMap<>();
  private final Map<Integer, Map<Handler, Integer>> catches = new HashMap<>();
  private final Map<Integer, Span> spans = new HashMap<>();
  private final Map<List<Handler>, List<Integer>> handlerNodes = new HashMap<>();

  private FlowNodes(TreeMap<Integer, BlockWriter> blocks, Code code, int exceptionRegister) {
    this.blocks = blocks;
    this.code = code;
    this.exceptionRegister = exceptionRegister;
  }

  /**
   * @param exceptionRegister where handlers find what they caught
   */
  static List<Node> join(TreeMap<Integer, BlockWriter> blocks, Code code, int exceptionRegister) {
    FlowNodes flow = new FlowNodes(blocks, code, exceptionRegister);
    flow.passEmptyBlocks();
    flow.number();
    return flow.nodes();
  }

  /** Blocks without steps are passed over, unless that would go round for ever. */
  private void passEmptyBlocks() {
    for (int start : blocks.keySet()) {
      Set<Integer> passed = new LinkedHashSet<>();
      int at = start;
      while (blocks.get(at).drafts().isEmpty() && !entered.containsKey(at)) {
        if (!passed.add(at)) {
          blocks.get(at).at(code.line(at), List.of());
          blocks.get(at).emit(new Step.Nop());
        } else {
          at = blocks.get(at).successors().get(0);
        }
      }
      int end = entered.getOrDefault(at, at);
      passed.forEach(empty -> entered.put(empty, end));
    }
  }

  private void number() {
    for (BlockWriter block : blocks.values()) {
      for (Draft draft : block.drafts()) {
        for (Handler handler : draft.handlers()) {
          catches.computeIfAbsent(handler.start(), s -> new LinkedHashMap<>()).put(handler, 0);
        }
      }
    }
    int next = 1;
    for (Map.Entry<Integer, BlockWriter> block : blocks.entrySet()) {
      for (Map.Entry<Handler, Integer> entry : catchesAt(block.getKey()).entrySet()) {
        entry.setValue(next++);
      }
      firstNode.put(block.getKey(), next);
      next += block.getValue().drafts().size();
    }
  }

  private Map<Handler, Integer> catchesAt(int start) {
    return catches.getOrDefault(start, Map.of());
  }

  private List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    Span entry = span(code.line(0));
    nodes.add(new Node(0, new Step.Nop(), List.of(enter(0)), List.of(), entry));
    for (Map.Entry<Integer, BlockWriter> block : blocks.entrySet()) {
      int start = block.getKey();
      for (Handler handler : catchesAt(start).keySet()) {
        Step step = new Step.Catch(exceptionRegister, handler.types());
        Span span = span(code.line(start));
        nodes.add(new Node(nodes.size(), step, List.of(enter(start)), List.of(), span));
      }
      add(block.getValue(), nodes);
    }
    return List.copyOf(nodes);
  }

  private void add(BlockWriter block, List<Node> nodes) {
    int last = block.drafts().size() - 1;
    for (int i = 0; i <= last; i++) {
      Draft draft = block.drafts().get(i);
      int id = nodes.size();
      List<Integer> next = i < last ? List.of(id + 1) : enterAll(block.successors());
      nodes.add(new Node(id, draft.step(), next, handlers(draft), span(draft.line())));
    }
  }

  private List<Integer> handlers(Draft draft) {
    return draft.handlers().isEmpty()
        ? List.of()
        : handlerNodes.computeIfAbsent(
            draft.handlers(),
            all -> all.stream().map(handler -> catches.get(handler.start()).get(handler)).toList());
  }

  private List<Integer> enterAll(List<Integer> starts) {
    List<Integer> ids = new ArrayList<>(starts.size());
    starts.forEach(start -> ids.add(enter(start)));
    return ids;
  }

  /** The first step on the way into the block. */
  private int enter(int start) {
    return firstNode.get(entered.getOrDefault(start, start));
  }

  private Span span(int line) {
    return line == 0 ? Span.UNKNOWN : spans.computeIfAbsent(line, Span::ofLine);
  }
}
