package io.github.leakcheck.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.facts.Step.Call;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.facts.Step.Comparison;
import io.github.leakcheck.facts.Step.Const;
import io.github.leakcheck.facts.Step.ConstKind;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
  private static final MethodRef CALLEE = new MethodRef("T", "c", List.of("int"), "int");

  private final List<Node> nodes = new ArrayList<>();

  private void node(Step step, List<Integer> next, Integer... handlers) {
    nodes.add(new Node(nodes.size(), step, next, List.of(handlers), Span.UNKNOWN));
  }

  private MethodFlow flow() {
    MethodRef method = new MethodRef("T", "m", List.of("int"), "int");
    Member source = new Member("T", "m", List.of("int"), "(I)I");
    return new MethodFlow(
        method,
        source,
        Access.STATIC,
        List.of(0),
        List.of("p"),
        3,
        nodes,
        Set.of(),
        Map.of(),
        true);
  }

  /** A loop: {@code while (p) x = 1; return x}, with {@code x = 0} before. */
  private MethodFlow loop() {
    node(new Step.Nop(), List.of(1));
    node(new Const(1, ConstKind.INT, 0), List.of(2));
    node(new Step.Test(Comparison.IS_TRUE, 0, Step.NONE), List.of(3, 4));
    node(new Const(1, ConstKind.INT, 1), List.of(2));
    node(new Step.Return(1), List.of());
    return flow();
  }

  /** {@code try { x = c(p) } catch { } return x}, with {@code x = 0} before. */
  private MethodFlow throwing() {
    node(new Step.Nop(), List.of(1));
    node(new Const(1, ConstKind.INT, 0), List.of(2));
    node(new Call(CALLEE, CallKind.STATIC, Step.NONE, List.of(0), 1), List.of(4), 3);
    node(new Step.Catch(2, List.of()), List.of(4));
    node(new Step.Return(1), List.of());
    return flow();
  }

  @Test
  void joinsDefinitionsAroundLoops() {
    Definitions definitions = loop().definitions();
    assertThat(definitions.reaching(4, 1)).containsExactly(1, 3);
    assertThat(definitions.reaching(2, 1)).containsExactly(1, 3);
    assertThat(definitions.reaching(4, 0)).containsExactly(Definitions.ENTRY);
    assertThat(definitions.reaching(1, 1)).containsExactly(Definitions.ENTRY);
  }

  @Test
  void answersAreTheSameInAnyOrder() {
    MethodFlow flow = loop();
    Definitions forward = new Definitions(flow);
    Definitions backward = new Definitions(flow);
    for (int i = 0; i < flow.nodes().size(); i++) {
      forward.reaching(i, 1);
    }
    for (int i = flow.nodes().size() - 1; i >= 0; i--) {
      assertThat(backward.reaching(i, 1)).isEqualTo(forward.reaching(i, 1));
    }
  }

  @Test
  void callThatThrowsDefinesNothing() {
    Definitions definitions = throwing().definitions();
    assertThat(definitions.reaching(3, 1)).containsExactly(1);
    assertThat(definitions.reaching(4, 1)).containsExactly(1, 2);
  }

  @Test
  void registersLiveUntilTheirLastReader() {
    Liveness liveness = loop().liveness();
    assertThat(liveness.isLive(1, 1)).isFalse();
    assertThat(liveness.isLive(2, 1)).isTrue();
    assertThat(liveness.isLive(3, 1)).isFalse();
    assertThat(liveness.isLive(3, 0)).isTrue();
    assertThat(liveness.isLive(4, 0)).isFalse();
    assertThat(liveness.isLive(4, 7)).isFalse();
  }

  @Test
  void handlersKeepOldValuesAlive() {
    Liveness liveness = throwing().liveness();
    assertThat(liveness.isLive(2, 1)).isTrue();
    assertThat(liveness.isLive(1, 1)).isFalse();
    assertThat(liveness.isLive(4, 2)).isFalse();
  }
}
