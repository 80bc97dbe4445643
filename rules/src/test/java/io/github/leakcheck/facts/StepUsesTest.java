package io.github.leakcheck.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.Step.Call;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.facts.Step.Comparison;
import io.github.leakcheck.facts.Step.ConstKind;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepUsesTest {
  private static final MethodRef METHOD = new MethodRef("T", "m", List.of(), "void");

  @Test
  void knowsEveryKindOfStep() throws Exception {
    for (Class<?> kind : Step.class.getPermittedSubclasses()) {
      Step step = sample(kind);
      assertThat(StepUses.used(step)).as(kind.getSimpleName()).doesNotContain(Step.NONE);
      assertThat(StepUses.defined(step)).as(kind.getSimpleName()).isGreaterThanOrEqualTo(-1);
    }
  }

  /** Registers are numbered by their position in the record. */
  private static Step sample(Class<?> kind) throws Exception {
    RecordComponent[] parts = kind.getRecordComponents();
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      Class<?> type = parts[i].getType();
      if (type == int.class) {
        values[i] = i;
      } else if (type == boolean.class) {
        values[i] = false;
      } else if (type == List.class) {
        values[i] = List.of();
      } else if (type == String.class) {
        values[i] = "T";
      } else if (type.isEnum()) {
        values[i] = type.getEnumConstants()[0];
      }
    }
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Constructor<?> constructor = kind.getDeclaredConstructor(types);
    return (Step) constructor.newInstance(values);
  }

  @Test
  void namesReceiverAndArgumentsOfCalls() {
    Step call = new Call(METHOD, CallKind.VIRTUAL, 3, List.of(1, 2), 4);
    assertThat(StepUses.used(call)).containsExactly(3, 1, 2);
    assertThat(StepUses.defined(call)).isEqualTo(4);
    Step plain = new Call(METHOD, CallKind.STATIC, Step.NONE, List.of(1), Step.NONE);
    assertThat(StepUses.used(plain)).containsExactly(1);
    assertThat(StepUses.defined(plain)).isEqualTo(Step.NONE);
  }

  @Test
  void leavesOutAbsentRegisters() {
    FieldRef field = new FieldRef("T", "f", "int", true);
    assertThat(StepUses.used(new Step.StoreField(field, Step.NONE, 2))).containsExactly(2);
    assertThat(StepUses.used(new Step.StoreField(field, 1, 2))).containsExactly(1, 2);
    assertThat(StepUses.used(new Step.LoadField(3, field, Step.NONE))).isEmpty();
    assertThat(StepUses.used(new Step.Test(Comparison.IS_NULL, 5, Step.NONE))).containsExactly(5);
    assertThat(StepUses.used(new Step.Return(Step.NONE))).isEmpty();
    assertThat(StepUses.used(new Step.Const(1, ConstKind.NULL, null))).isEmpty();
  }

  @Test
  void onlyCallsAndThrowsThrow() {
    assertThat(StepUses.throwing(new Call(METHOD, CallKind.STATIC, -1, List.of(), -1))).isTrue();
    assertThat(StepUses.throwing(new Step.Throw(0))).isTrue();
    assertThat(StepUses.throwing(new Step.New(0, "T"))).isFalse();
  }
}
