package io.github.leakcheck.check.close;

/**
 * Where a path stands while the resource is open.
 *
 * @param node the step that comes next
 * @param likelihood of the least likely exception taken so far
 * @param parent how the path got here; null at its start. Not part of what makes two states equal.
 * @param via what was passed to get here
 */
record PathState(
    int node, Env env, Likelihood likelihood, boolean doubtful, PathState parent, Via via) {
  /** What kind of edge led to a state. */
  enum Via {
    START,
    NEXT,
    BRANCH_TRUE,
    BRANCH_FALSE,
    THROWN
  }

  PathState at(int next, Env changed, Via edge) {
    return new PathState(next, changed, likelihood, doubtful, this, edge);
  }

  PathState thrownTo(int handler, Env changed, Likelihood how) {
    return new PathState(handler, changed, likelihood.or(how), doubtful, this, Via.THROWN);
  }

  PathState with(Env changed) {
    return new PathState(node, changed, likelihood, doubtful, parent, via);
  }

  PathState doubted() {
    return doubtful ? this : new PathState(node, env, likelihood, true, parent, via);
  }
}
