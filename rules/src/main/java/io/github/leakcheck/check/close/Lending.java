package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.Definitions;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Reachability;
import io.github.leakcheck.facts.Step;
import java.util.List;

/** Fields that have a resource only while the method works that opened it. */
final class Lending {
  private Lending() {}

  /** Whether the method, on some ordinary way, closes what it opened and stored in the field. */
  static boolean isEnded(MethodFlow flow, Site site, FieldRef field) {
    Definitions definitions = flow.definitions();
    int made = made(flow, definitions, site);
    List<Integer> stores =
        flow.nodes().stream()
            .filter(node -> stores(flow, definitions, node, made))
            .filter(node -> ((Step.StoreField) node.step()).field().equals(field))
            .map(Node::id)
            .toList();
    return Reachability.leads(flow, stores, id -> closes(flow, definitions, id, made));
  }

  private static boolean closes(MethodFlow flow, Definitions definitions, int id, int made) {
    return flow.node(id).step() instanceof Step.Call call
        && call.callee().name().equals("close")
        && FieldReleases.originNode(flow, definitions, id, call.receiver()) == made;
  }

  /** Whether the step stores in a field what the other step made. */
  static boolean stores(MethodFlow flow, Definitions definitions, Node node, int made) {
    return node.step() instanceof Step.StoreField store
        && FieldReleases.originNode(flow, definitions, node.id(), store.value()) == made;
  }

  /** The step that made the object: of one that a constructor call fills, the step before. */
  static int made(MethodFlow flow, Definitions definitions, Site site) {
    return site.node().step() instanceof Step.Call call && call.callee().isConstructor()
        ? FieldReleases.originNode(flow, definitions, site.node().id(), call.receiver())
        : site.node().id();
  }
}
