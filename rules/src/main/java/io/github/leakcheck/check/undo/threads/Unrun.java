package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.undo.Verbs;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;

/** Tells methods that end something, and on which nobody can count. */
final class Unrun {
  private final Code code;
  private final ConstantFlags flags;

  Unrun(Code code) {
    this.code = code;
    this.flags = new ConstantFlags(code);
  }

  /** Whether a flag that has one value for good keeps the method from doing what the use does. */
  boolean isBarred(Use use) {
    return code.body(use.site().method())
        .filter(body -> !flags.lead(body, use.site().node()))
        .isPresent();
  }

  /** Whether nothing calls the method: not in sight, and not surely by the JVM. */
  boolean is(Body body) {
    return isFinalizer(body)
        || Access.has(body.flow().access(), Access.PRIVATE)
            && !body.flow().isLambdaBody()
            && !body.method().name().startsWith("<")
            && body.flow().annotations().isEmpty()
            && code.callers(body.method()).isEmpty();
  }

  /** Whether a finalizer ends what the use is about. */
  boolean isByFinalizer(Use use) {
    return use.kind() == Use.Kind.CALLED
        && Verbs.isEnding(use.call().callee().name())
        && code.body(use.site().method()).filter(Unrun::isFinalizer).isPresent();
  }

  private static boolean isFinalizer(Body body) {
    return body.method().name().equals("finalize") && body.flow().parameters().size() == 1;
  }

  /** How to tell of an end that does not count. */
  String except(Use end) {
    return code.body(end.site().method())
        .filter(this::is)
        .map(
            body ->
                isFinalizer(body)
                    ? ", except `finalize()`, which may never run"
                    : ", except `" + body.flow().source().name() + "()`, which nothing calls")
        .orElse(
            isBarred(end)
                ? ", except behind a flag that never has the value for it"
                : ", except where something has failed");
  }
}
