package io.github.leakcheck.check.close;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers that may ask for each other in circles. A question asked again while it is being worked
 * out gets what is assumed so far; the question that the circle came back to is worked out anew
 * until its answer stays, and only then are the answers inside the circle kept. So an answer does
 * not depend on which question of a circle was asked first (after Tarjan's components, with the
 * outermost question as the head). Nor does it depend on where it was first asked from: what was
 * stopped by the depth is known for that depth alone.
 */
final class Fixpoint<K, V> {
  /** Rounds for one circle; answers that have not settled by then are taken as they are. */
  private static final int ROUNDS = 6;

  private static final int NONE = Integer.MAX_VALUE;

  /** An answer that holds only as long as what question number {@code head} assumes. */
  private record Tentative<K, V>(K question, Depth.Found<V> found, int head) {}

  private record Stopped<K>(K question, int left) {}

  private final Depth depth;
  private final V beyond;
  private final Map<K, Depth.Found<V>> known = new HashMap<>();
  private final Map<Stopped<K>, V> stopped = new HashMap<>();
  private final Map<K, Integer> asked = new HashMap<>();
  private final Map<K, V> assumed = new HashMap<>();
  private final Map<K, Tentative<K, V>> tentative = new HashMap<>();
  private final List<Tentative<K, V>> inOrder = new ArrayList<>();
  private int lowest = NONE;

  /**
   * @param beyond the answer where the depth ends
   */
  Fixpoint(Depth depth, V beyond) {
    this.depth = depth;
    this.beyond = beyond;
  }

  /** The answer; {@code first} is what a circle assumes to begin with. */
  V of(K question, V first, Supplier<V> work) {
    Depth.Found<V> answer = known.get(question);
    if (answer != null && answer.levels() <= depth.left()) {
      depth.use(answer.levels());
      return answer.answer();
    }
    Integer open = asked.get(question);
    if (open != null) {
      lowest = Math.min(lowest, open);
      return assumed.get(question);
    }
    Tentative<K, V> earlier = tentative.get(question);
    if (earlier != null) {
      lowest = Math.min(lowest, earlier.head());
      return earlier.found().answer();
    }
    V shallow = depth.left() <= 0 ? beyond : stopped.get(new Stopped<>(question, depth.left()));
    if (shallow != null) {
      depth.stop();
      return shallow;
    }
    return settled(question, first, work);
  }

  private V settled(K question, V first, Supplier<V> work) {
    int number = asked.size();
    int before = lowest;
    int mark = inOrder.size();
    int left = depth.left();
    asked.put(question, number);
    assumed.put(question, first);
    Depth.Found<V> found = null;
    int head = NONE;
    try {
      for (int round = 0; round < ROUNDS; round++) {
        forget(mark);
        lowest = NONE;
        found = depth.within(work);
        head = lowest;
        if (head != number || found.answer().equals(assumed.get(question))) {
          break;
        }
        assumed.put(question, found.answer());
      }
    } finally {
      asked.remove(question);
      assumed.remove(question);
      lowest = before;
    }
    keep(new Tentative<>(question, found, head), number, mark, left);
    return found.answer();
  }

  private void keep(Tentative<K, V> one, int number, int mark, int left) {
    depth.use(one.found().levels());
    if (one.head() < number) {
      tentative.put(one.question(), one);
      inOrder.add(one);
      lowest = Math.min(lowest, one.head());
      return;
    }
    if (one.found().stopped()) {
      stopped.put(new Stopped<>(one.question(), left), one.found().answer());
    } else {
      known.put(one.question(), one.found());
      inOrder
          .subList(mark, inOrder.size())
          .forEach(inner -> known.put(inner.question(), inner.found()));
    }
    forget(mark);
  }

  private void forget(int mark) {
    List<Tentative<K, V>> gone = inOrder.subList(mark, inOrder.size());
    gone.forEach(one -> tentative.remove(one.question()));
    gone.clear();
  }
}
