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
 * outermost question as the head).
 */
final class Fixpoint<K, V> {
  /** Rounds for one circle; answers that have not settled by then are taken as they are. */
  private static final int ROUNDS = 6;

  private static final int NONE = Integer.MAX_VALUE;

  /** An answer that holds only as long as what question number {@code head} assumes. */
  private record Tentative<K, V>(K question, V answer, int head) {}

  private final Map<K, V> known = new HashMap<>();
  private final Map<K, Integer> asked = new HashMap<>();
  private final Map<K, V> assumed = new HashMap<>();
  private final Map<K, Tentative<K, V>> tentative = new HashMap<>();
  private final List<Tentative<K, V>> inOrder = new ArrayList<>();
  private int lowest = NONE;

  /** Whether the question has been asked before, so that its answer costs nothing. */
  boolean has(K question) {
    return known.containsKey(question)
        || asked.containsKey(question)
        || tentative.containsKey(question);
  }

  /** The answer; {@code first} is what a circle assumes to begin with. */
  V of(K question, V first, Supplier<V> work) {
    V answer = known.get(question);
    if (answer != null) {
      return answer;
    }
    Integer open = asked.get(question);
    if (open != null) {
      lowest = Math.min(lowest, open);
      return assumed.get(question);
    }
    Tentative<K, V> earlier = tentative.get(question);
    if (earlier != null) {
      lowest = Math.min(lowest, earlier.head());
      return earlier.answer();
    }
    return settled(question, first, work);
  }

  private V settled(K question, V first, Supplier<V> work) {
    int number = asked.size();
    int before = lowest;
    int mark = inOrder.size();
    asked.put(question, number);
    assumed.put(question, first);
    V answer = first;
    int head = NONE;
    try {
      for (int round = 0; round < ROUNDS; round++) {
        forget(mark);
        lowest = NONE;
        answer = work.get();
        head = lowest;
        if (head != number || answer.equals(assumed.get(question))) {
          break;
        }
        assumed.put(question, answer);
      }
    } finally {
      asked.remove(question);
      assumed.remove(question);
      lowest = before;
    }
    keep(question, answer, head, number, mark);
    return answer;
  }

  private void keep(K question, V answer, int head, int number, int mark) {
    if (head < number) {
      Tentative<K, V> one = new Tentative<>(question, answer, head);
      tentative.put(question, one);
      inOrder.add(one);
      lowest = Math.min(lowest, head);
      return;
    }
    known.put(question, answer);
    inOrder.subList(mark, inOrder.size()).forEach(one -> known.put(one.question(), one.answer()));
    forget(mark);
  }

  private void forget(int mark) {
    List<Tentative<K, V>> gone = inOrder.subList(mark, inOrder.size());
    gone.forEach(one -> tentative.remove(one.question()));
    gone.clear();
  }
}
