package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Platform;
import java.util.regex.Pattern;

/** Tells from a call alone, without its surroundings, whether it may open something. */
final class Opening {
  private static final Pattern MAKES = Pattern.compile("(new|create)[A-Z].*");
  private static final Pattern GETS = Pattern.compile("(get|as)[A-Z]?.*InputStream|getContents");

  private static final Pattern ENDED =
      Pattern.compile(
          ".*(Request|Response|Connection|Socket|Message|Exchange|Process|Session|Context|Channel"
              + "|Entity|Event|Input|Output|Call|Client|Transport|Protocol)(Impl)?");

  private Opening() {}

  /** Whether the call may acquire something; a quick look, for most calls do not. */
  static boolean mayBe(MethodRef callee, Knowledge knowledge) {
    if (callee.isConstructor() || Platform.isProvided(callee.owner())) {
      return knowledge.acquire(callee).isPresent()
          || knowledge.ownEndings().mayOpen(callee)
          || knowledge.closedElsewhere().mayOpen(callee);
    }
    return knowledge.acquire(callee).isPresent()
        || knowledge.types().isCloseable(callee.result())
        || knowledge.hasOtherRelease(callee.result())
        || knowledge.pairs().mayLend(callee)
        || knowledge.closedElsewhere().mayOpen(callee)
        || isUnknown(callee, knowledge);
  }

  /**
   * Makes a stream of the platform for each caller, says the name: not around another one, and not
   * as a part of something that is opened and ended itself, as connections and messages are.
   */
  static boolean isOfNewStream(MethodRef callee, Knowledge knowledge) {
    return callee.isResolved()
        && Platform.isProvided(callee.result())
        && Platform.STREAMS.stream()
            .anyMatch(stream -> knowledge.types().isSubtype(callee.result(), stream))
        && !knowledge.takesCloseable(callee)
        && !knowledge.isDerived(callee)
        && (MAKES.matcher(callee.name()).matches()
            || GETS.matcher(callee.name()).matches() && isPassive(callee.owner(), knowledge));
  }

  private static boolean isPassive(String owner, Knowledge knowledge) {
    return !knowledge.types().isCloseable(owner)
        && knowledge.ownEndings().ending(owner).isEmpty()
        && !ENDED.matcher(owner.substring(owner.lastIndexOf('.') + 1)).matches();
  }

  /** A type that cannot be found opens an object of its own. */
  static boolean isUnknown(MethodRef callee, Knowledge knowledge) {
    return callee.owner().equals(callee.result())
        && ReleaseNames.opens(callee.name())
        && knowledge.targets().type(callee.owner()).isEmpty();
  }
}
