package io.github.leakcheck.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Which handlers cover an instruction. Ranges in which a handler covers its own code, as compilers
 * write them for finally and synchronized, are cut there.
 */
final class ExceptionTable {
  /** More than any compiler writes; a bound for hostile files. */
  private static final int MOST_ENTRIES = 2_000;

  /**
   * A handler as seen from some instruction.
   *
   * @param start index of its first instruction
   * @param types what it catches; empty for everything
   */
  record Handler(int start, List<String> types) {}

  private record Entry(int from, int to, int handler, String type) {}

  private final List<Entry> entries = new ArrayList<>();
  private final TreeSet<Integer> borders = new TreeSet<>();
  private final Map<Integer, List<Handler>> byRegion = new HashMap<>();

  ExceptionTable(MethodNode method, Code code, Names names) {
    if (method.tryCatchBlocks.size() > MOST_ENTRIES) {
      throw new UnreadableException("its exception table is too large");
    }
    borders.add(0);
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      int from = code.index(block.start);
      int handler = code.index(block.handler);
      int end = code.index(block.end);
      int to = handler >= from && handler < end ? handler : end;
      if (from < to) {
        String type = block.type == null ? null : names.binary(block.type);
        entries.add(new Entry(from, to, handler, type));
        borders.add(from);
        borders.add(to);
      }
    }
  }

  /** Handlers in the order in which they are tried. */
  List<Handler> at(int index) {
    return entries.isEmpty()
        ? List.of()
        : byRegion.computeIfAbsent(borders.floor(index), this::covering);
  }

  private List<Handler> covering(int index) {
    List<Handler> handlers = new ArrayList<>();
    int current = -1;
    Set<String> types = new LinkedHashSet<>();
    for (Entry entry : entries) {
      if (entry.from() <= index && index < entry.to()) {
        if (entry.handler() != current) {
          add(current, types, handlers);
          current = entry.handler();
        }
        types.add(entry.type());
      }
    }
    add(current, types, handlers);
    return List.copyOf(handlers);
  }

  private static void add(int start, Set<String> types, List<Handler> handlers) {
    if (start >= 0) {
      handlers.add(new Handler(start, types.contains(null) ? List.of() : List.copyOf(types)));
    }
    types.clear();
  }
}
