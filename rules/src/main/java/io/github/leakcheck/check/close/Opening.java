package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodRef;

/** Tells from a call alone, without its surroundings, whether it may open something. */
final class Opening {
  private Opening() {}

  /** Whether the call may acquire something; a quick look, for most calls do not. */
  static boolean mayBe(MethodRef callee, Knowledge knowledge) {
    if (callee.isConstructor() || Platform.owns(callee.owner())) {
      return knowledge.acquire(callee).isPresent() || knowledge.ownEndings().mayOpen(callee);
    }
    return knowledge.acquire(callee).isPresent()
        || knowledge.types().isCloseable(callee.result())
        || knowledge.pairs().mayLend(callee)
        || knowledge.closedElsewhere().mayReturn(callee)
        || isUnknown(callee, knowledge);
  }

  /** A type that cannot be found opens an object of its own. */
  static boolean isUnknown(MethodRef callee, Knowledge knowledge) {
    return callee.owner().equals(callee.result())
        && ReleaseNames.opens(callee.name())
        && knowledge.targets().type(callee.owner()).isEmpty();
  }
}
