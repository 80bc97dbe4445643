package io.github.leakcheck.source;

/**
 * A point of a flow that jumps may name before its node exists. Labels that turn out to be the same
 * point are merged.
 */
final class Label {
  private static final int UNBOUND = -1;

  private Label same;
  private int node = UNBOUND;
  private boolean used;

  /** The label that stands for this one after merging. */
  Label root() {
    Label label = this;
    while (label.same != null) {
      label = label.same;
    }
    if (label != this) {
      same = label;
    }
    return label;
  }

  /** Whether something that can run leads here. */
  boolean isUsed() {
    return used;
  }

  void use() {
    used = true;
  }

  /** From now on this label means the same point as the other. */
  void mergeInto(Label other) {
    Label mine = root();
    Label theirs = other.root();
    if (mine != theirs) {
      mine.same = theirs;
    }
  }

  void bind(int id) {
    root().node = id;
  }

  /** Id of the node at this point. */
  int node() {
    int id = root().node;
    if (id == UNBOUND) {
      throw new IllegalStateException("jump to a point that was never placed");
    }
    return id;
  }
}
