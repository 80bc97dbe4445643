package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.catalog.Key;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.usage.Anchors;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows registrations with the JVM that happen more often than an object of the class is made, or
 * than the program starts.
 */
public final class JvmHooks {
  /** As many programs begin with the same method: it is a library's, and runs whenever asked. */
  private static final int MANY = 3;

  private static final Pattern BEGINS =
      Pattern.compile(
          "(do|on)?(init|Init|start|Start|open|Open|connect|boot|launch)(\\p{Upper}.*)?");

  private final Code code;
  private final Starts starts;
  private final Lifecycle lifecycle;

  public JvmHooks(Code code) {
    this.code = code;
    this.starts = Starts.of(code);
    this.lifecycle = Lifecycle.of(code);
  }

  private static boolean isOfJvm(Registration made) {
    return made.line().key(Key.LIFETIME).filter("jvm"::equals).isPresent();
  }

  /** Whether the method only runs as some program starts, but does so for many of them. */
  public boolean isOfManyPrograms(Registration made) {
    MethodRef method = made.body().method();
    return isOfJvm(made)
        && !made.body().flow().isStatic()
        && !method.isConstructor()
        && code.callers(method).stream()
                .map(site -> Code.nestOf(site.method().owner()))
                .filter(nest -> !nest.equals(Code.nestOf(method.owner())))
                .distinct()
                .count()
            >= MANY;
  }

  /**
   * Whether an object that is there for good registers whenever it begins, and ends in between: of
   * its own accord, or with the web application that it belongs to.
   */
  public boolean isBegunAgain(TypeFacts type, Registration made) {
    return isOfJvm(made)
        && (Anchors.of(code).isOfWebApplication(type) || isBegun(made))
        && lifecycle.endings(type.name()).stream()
            .flatMap(body -> body.nodes().stream())
            .anyMatch(node -> node.step() instanceof Step.Call);
  }

  private boolean isBegun(Registration made) {
    Body body = made.body();
    return !body.flow().isStatic()
        && isBeginning(body)
        && !starts.oncePerObject(body, made.node())
        && callersOf(body).stream()
            .noneMatch(
                site ->
                    code.body(site.method())
                        .filter(caller -> starts.oncePerObject(caller, site.node()))
                        .isPresent());
  }

  private boolean isBeginning(Body body) {
    return !body.method().isConstructor()
        && BEGINS.matcher(body.flow().source().name()).matches()
        && callersOf(body).stream().noneMatch(site -> site.method().name().startsWith("<"));
  }

  private List<Site> callersOf(Body body) {
    return code.callers(body.method());
  }
}
