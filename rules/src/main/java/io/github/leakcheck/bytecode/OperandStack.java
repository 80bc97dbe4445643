package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.ConstKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The operand stack while one block is lowered. Loads, duplications and constants write no steps:
 * an entry only remembers which register holds it, or which constant it is, until an instruction
 * needs it. At the end of a block the entries are brought into registers of their own, one for each
 * depth, so that all ways into the next block agree.
 */
final class OperandStack {
  /** An entry: in a register, or a constant not yet put into one. */
  private record Entry(int register, ConstKind kind, Object value, boolean wide) {
    boolean isPending() {
      return kind != null;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final int firstSlot;
  private final int maxStack;
  private final Consumer<Step> steps;
  private int temporaries;

  /**
   * @param shape whether each entry, bottom first, is a long or double
   */
  OperandStack(List<Boolean> shape, int maxLocals, int maxStack, Consumer<Step> steps) {
    this.firstSlot = maxLocals;
    this.maxStack = maxStack;
    this.steps = steps;
    for (boolean wide : shape) {
      entries.add(new Entry(slot(entries.size()), null, null, wide));
    }
  }

  private int slot(int position) {
    if (position >= maxStack) {
      throw new UnreadableException("its operand stack overflows");
    }
    return firstSlot + position;
  }

  /** Whether each entry, bottom first, is a long or double. */
  List<Boolean> shape() {
    return entries.stream().map(Entry::wide).toList();
  }

  /** Number of registers needed so far. */
  int registers() {
    return firstSlot + maxStack + temporaries;
  }

  /** Takes the top entry; it is in the register returned until something is pushed. */
  int pop() {
    return pop(1).get(0);
  }

  /** Takes the top entries; registers bottom first. */
  List<Integer> pop(int count) {
    int from = entries.size() - count;
    require(from >= 0);
    List<Integer> registers = new ArrayList<>(count);
    for (int position = from; position < entries.size(); position++) {
      registers.add(materialise(position));
    }
    entries.subList(from, entries.size()).clear();
    return registers;
  }

  /**
   * Drops the top entry without a step.
   *
   * @return its register, {@link Step#NONE} if it had none of its own or others share it
   */
  int drop() {
    require(!entries.isEmpty());
    Entry top = entries.remove(entries.size() - 1);
    return top.isPending() || inUse(top.register()) ? Step.NONE : top.register();
  }

  /** Drops the entry below the top one. */
  void dropBelowTop() {
    require(entries.size() >= 2);
    entries.remove(entries.size() - 2);
  }

  boolean isTopWide() {
    require(!entries.isEmpty());
    return entries.get(entries.size() - 1).wide();
  }

  /** Pushes a new value and returns the register to write it into. */
  int push(boolean wide) {
    int register = freeRegister(entries.size());
    pushRegister(register, wide);
    return register;
  }

  /** Pushes what a register holds. */
  void pushRegister(int register, boolean wide) {
    slot(entries.size());
    entries.add(new Entry(register, null, null, wide));
  }

  /** Fails unless the local variable is one of the method's. */
  void requireLocal(int local) {
    if (local < 0 || local >= firstSlot) {
      throw new UnreadableException("it uses variables it does not declare");
    }
  }

  void pushConstant(ConstKind kind, Object value, boolean wide) {
    slot(entries.size());
    entries.add(new Entry(Step.NONE, kind, value, wide));
  }

  /** Pushes the 0 that comparisons with zero leave unsaid; may stand above the stack's limit. */
  void pushZero() {
    entries.add(new Entry(Step.NONE, ConstKind.INT, 0, false));
  }

  /**
   * The {@code dup} family: copies the top entries below others.
   *
   * @param words how many words to copy, 1 or 2
   * @param below over how many words, beside themselves, the copy goes
   */
  void duplicate(int words, int below) {
    int copied = entriesOf(words, entries.size());
    int skipped = entriesOf(below, entries.size() - copied);
    List<Entry> top = List.copyOf(entries.subList(entries.size() - copied, entries.size()));
    entries.addAll(entries.size() - copied - skipped, top);
    slot(entries.size() - 1);
  }

  void swap() {
    require(entries.size() >= 2);
    entries.add(entries.size() - 2, entries.remove(entries.size() - 1));
  }

  private int entriesOf(int words, int end) {
    int count = 0;
    for (int left = words; left > 0; count++) {
      require(end - count > 0);
      left -= entries.get(end - count - 1).wide() ? 2 : 1;
    }
    return count;
  }

  /**
   * Moves entries out of a register that is about to be written.
   *
   * @param except how many entries at the top are taken before
   */
  void beforeWrite(int register, int except) {
    for (int position = 0; position < entries.size() - except; position++) {
      Entry entry = entries.get(position);
      if (!entry.isPending() && entry.register() == register) {
        int free = freeRegister(position);
        steps.accept(new Step.Copy(free, register, null));
        entries.set(position, new Entry(free, null, null, entry.wide()));
      }
    }
  }

  /**
   * Brings all entries into the registers of their depth.
   *
   * @param operands registers of entries already taken that are still to be read
   * @return where they are now
   */
  List<Integer> settle(List<Integer> operands) {
    Map<Integer, Integer> moves = moves();
    List<Integer> kept = new ArrayList<>(operands);
    for (int i = 0; i < kept.size(); i++) {
      if (isOverwritten(kept.get(i))) {
        int from = kept.get(i);
        kept.set(i, temporary());
        steps.accept(new Step.Copy(kept.get(i), from, null));
      }
    }
    move(moves);
    for (int position = 0; position < entries.size(); position++) {
      Entry entry = entries.get(position);
      if (entry.isPending()) {
        steps.accept(new Step.Const(slot(position), entry.kind(), entry.value()));
      }
      entries.set(position, new Entry(slot(position), null, null, entry.wide()));
    }
    return kept;
  }

  private boolean isOverwritten(int register) {
    int position = register - firstSlot;
    if (position < 0 || position >= entries.size()) {
      return false;
    }
    Entry settling = entries.get(position);
    return settling.isPending() || settling.register() != register;
  }

  /** Target to source, for entries that are elsewhere. */
  private Map<Integer, Integer> moves() {
    Map<Integer, Integer> moves = new LinkedHashMap<>();
    for (int position = 0; position < entries.size(); position++) {
      Entry entry = entries.get(position);
      if (!entry.isPending() && entry.register() != slot(position)) {
        moves.put(slot(position), entry.register());
      }
    }
    return moves;
  }

  /** All at once: no target is written while it is still to be read. */
  private void move(Map<Integer, Integer> moves) {
    while (!moves.isEmpty()) {
      Integer target =
          moves.keySet().stream().filter(t -> !moves.containsValue(t)).findFirst().orElse(null);
      if (target != null) {
        steps.accept(new Step.Copy(target, moves.remove(target), null));
      } else {
        int blocked = moves.keySet().iterator().next();
        int temporary = temporary();
        steps.accept(new Step.Copy(temporary, blocked, null));
        moves.replaceAll((to, from) -> from == blocked ? temporary : from);
      }
    }
  }

  private int materialise(int position) {
    Entry entry = entries.get(position);
    if (!entry.isPending()) {
      return entry.register();
    }
    int register = freeRegister(position);
    steps.accept(new Step.Const(register, entry.kind(), entry.value()));
    entries.set(position, new Entry(register, null, null, entry.wide()));
    return register;
  }

  private int freeRegister(int position) {
    boolean taken = position >= maxStack || inUse(slot(position));
    return taken ? temporary() : slot(position);
  }

  private boolean inUse(int register) {
    for (Entry entry : entries) {
      if (!entry.isPending() && entry.register() == register) {
        return true;
      }
    }
    return false;
  }

  private int temporary() {
    return firstSlot + maxStack + temporaries++;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new UnreadableException("its operand stack underflows");
    }
  }
}
