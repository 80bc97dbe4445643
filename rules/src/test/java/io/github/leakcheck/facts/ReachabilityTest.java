package io.github.leakcheck.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
  /** A loop of 1 and 2 that 3 leaves; 4 ends the method another way. */
  private final MethodFlow flow =
      flow(List.of(List.of(1, 4), List.of(2, 3), List.of(1), List.of(), List.of()));

  private static MethodFlow flow(List<List<Integer>> edges) {
    List<Node> nodes =
        IntStream.range(0, edges.size())
            .mapToObj(id -> new Node(id, new Step.Nop(), edges.get(id), List.of(), Span.UNKNOWN))
            .toList();
    return new MethodFlow(
        new MethodRef("T", "m", List.of(), "void"),
        new Member("T", "m", List.of(), "()V"),
        Access.STATIC,
        List.of(),
        List.of(),
        0,
        nodes,
        Set.of(),
        Map.of(),
        true);
  }

  @Test
  void whatLeadsToAStepIsWhatTheStepIsReachedFrom() {
    for (int to = 0; to < flow.nodes().size(); to++) {
      for (int from = 0; from < flow.nodes().size(); from++) {
        assertThat(Reachability.to(flow, to).get(from))
            .as("from %d to %d", from, to)
            .isEqualTo(Reachability.from(flow, from).get(to));
      }
    }
    assertThat(Reachability.to(flow, 3).stream()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whatIsWorkedOutIsKept() {
    assertThat(flow.definitions()).isSameAs(flow.definitions());
    assertThat(flow.liveness()).isSameAs(flow.liveness());
  }
}
