package io.github.leakcheck.check.close;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Immutable map from registers to what they hold; absent means {@link Value#UNKNOWN}. Sorted by
 * register.
 */
final class Env {
  static final Env EMPTY = new Env(new int[0], new Value[0]);

  private final int[] registers;
  private final Value[] values;
  private final int hash;

  private Env(int[] registers, Value[] values) {
    this.registers = registers;
    this.values = values;
    this.hash = 31 * Arrays.hashCode(registers) + Arrays.hashCode(values);
  }

  Value get(int register) {
    int at = Arrays.binarySearch(registers, register);
    return at >= 0 ? values[at] : Value.UNKNOWN;
  }

  Env with(int register, Value value) {
    if (register < 0) {
      return this;
    }
    int at = Arrays.binarySearch(registers, register);
    if (value == Value.UNKNOWN) {
      return at < 0 ? this : without(at);
    }
    if (at >= 0) {
      if (values[at].equals(value)) {
        return this;
      }
      Value[] changed = values.clone();
      changed[at] = value;
      return new Env(registers, changed);
    }
    return inserted(-at - 1, register, value);
  }

  private Env inserted(int at, int register, Value value) {
    int size = registers.length;
    int[] moreRegisters = Arrays.copyOf(registers, size + 1);
    Value[] moreValues = Arrays.copyOf(values, size + 1);
    System.arraycopy(registers, at, moreRegisters, at + 1, size - at);
    System.arraycopy(values, at, moreValues, at + 1, size - at);
    moreRegisters[at] = register;
    moreValues[at] = value;
    return new Env(moreRegisters, moreValues);
  }

  private Env without(int at) {
    int size = registers.length;
    int[] fewerRegisters = new int[size - 1];
    Value[] fewerValues = new Value[size - 1];
    System.arraycopy(registers, 0, fewerRegisters, 0, at);
    System.arraycopy(values, 0, fewerValues, 0, at);
    System.arraycopy(registers, at + 1, fewerRegisters, at, size - 1 - at);
    System.arraycopy(values, at + 1, fewerValues, at, size - 1 - at);
    return new Env(fewerRegisters, fewerValues);
  }

  /** Only the registers wanted. */
  Env keep(IntPredicate wanted) {
    int[] kept = new int[registers.length];
    int size = 0;
    for (int i = 0; i < registers.length; i++) {
      if (wanted.test(registers[i])) {
        kept[size++] = i;
      }
    }
    return size == registers.length ? this : picked(kept, size, values);
  }

  /** Every value replaced. */
  Env map(UnaryOperator<Value> change) {
    Value[] changed = null;
    int[] kept = new int[registers.length];
    int size = 0;
    for (int i = 0; i < values.length; i++) {
      Value next = change.apply(values[i]);
      if (next != values[i] && !next.equals(values[i])) {
        if (changed == null) {
          changed = values.clone();
        }
        changed[i] = next;
      }
      if (next != Value.UNKNOWN) {
        kept[size++] = i;
      }
    }
    return changed == null ? this : picked(kept, size, changed);
  }

  private Env picked(int[] positions, int size, Value[] from) {
    int[] fewerRegisters = new int[size];
    Value[] fewerValues = new Value[size];
    for (int i = 0; i < size; i++) {
      fewerRegisters[i] = registers[positions[i]];
      fewerValues[i] = from[positions[i]];
    }
    return new Env(fewerRegisters, fewerValues);
  }

  /** What both agree on. */
  Env join(Env other) {
    if (equals(other)) {
      return this;
    }
    Env joined = this;
    for (int i = 0; i < registers.length; i++) {
      joined = joined.with(registers[i], joinValues(values[i], other.get(registers[i])));
    }
    return joined;
  }

  private static Value joinValues(Value one, Value other) {
    if (one.equals(other)) {
      return one;
    }
    if (one instanceof Value.Some a && other instanceof Value.Some b && a.origin() == b.origin()) {
      return new Value.Some(a.origin(), false);
    }
    return Value.UNKNOWN;
  }

  boolean anyMatch(Predicate<Value> wanted) {
    return Arrays.stream(values).anyMatch(wanted);
  }

  /** Whether some register holds an object through which the resource can still be released. */
  boolean reachesResource() {
    for (Value value : values) {
      if (value.reaches()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Env env
        && hash == env.hash
        && Arrays.equals(registers, env.registers)
        && Arrays.equals(values, env.values);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
