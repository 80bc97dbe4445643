package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Types;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the code around a call is prepared for. Of a method that could not be found nothing is known
 * but that its callers compile: the checked exceptions that they catch or declare are those it may
 * throw.
 */
final class Prepared {
  private static final List<String> LOGGERS = List.of("Logger", "Log", "LoggerFactory");

  private static final String INTERRUPTED = "java.lang.InterruptedException";

  private static final Pattern PEACEFUL =
      Pattern.compile(
          "(get|set|is|has|to|as|of|with|equals|add)([A-Z]|$)|num[A-Z]"
              + "|(size|length|name|format|print|println|trace|debug|info|warn|error|log|builder)$");

  private final Types types;

  Prepared(Types types) {
    this.types = types;
  }

  /**
   * Checked exceptions caught around the call or declared by the method; none if the call is of a
   * kind that hardly ever throws one.
   *
   * @param touching whether the call gets hold of the resource: then even those count that are
   *     prepared for everything
   */
  List<Thrown> at(MethodFlow flow, Node node, boolean touching) {
    Step.Call call = (Step.Call) node.step();
    if (isPeaceful(call.callee()) || makesEmpty(call)) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>();
    for (int handler : node.handlers()) {
      found.addAll(((Step.Catch) flow.node(handler).step()).types());
    }
    types.declared(flow.method()).ifPresent(method -> found.addAll(method.exceptions()));
    return found.stream()
        .filter(this::isChecked)
        .filter(type -> !type.equals(INTERRUPTED) || !waits(flow))
        .filter(type -> touching || !type.equals("java.lang.Exception"))
        .map(type -> new Thrown(type, Likelihood.CHECKED))
        .toList();
  }

  /** A factory that gets nothing to start with, as those of collections are. */
  private static boolean makesEmpty(Step.Call call) {
    return call.receiver() < 0
        && call.arguments().isEmpty()
        && call.callee().name().startsWith("new");
  }

  /** Whether a known method is what the interruption is declared for. */
  private boolean waits(MethodFlow flow) {
    return flow.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && types
                        .declared(call.callee())
                        .filter(method -> method.exceptions().contains(INTERRUPTED))
                        .isPresent());
  }

  /** Constructors, accessors and logging. */
  static boolean isPeaceful(MethodRef callee) {
    return callee.isConstructor()
        || isLogging(callee)
        || PEACEFUL.matcher(callee.name()).lookingAt();
  }

  static boolean isLogging(MethodRef callee) {
    return LOGGERS.stream().anyMatch(callee.owner()::endsWith);
  }

  /**
   * The unchecked exception that the code around the call expects of it; any if it expects none.
   */
  String unchecked(MethodFlow flow, Node node) {
    for (int handler : node.handlers()) {
      for (String type : ((Step.Catch) flow.node(handler).step()).types()) {
        if (!type.equals(Thrown.ANY) && !types.isSubtype(Thrown.UNCHECKED, type)) {
          boolean known = types.isSubtype(type, Thrown.ANY);
          if (!known || types.isSubtype(type, Thrown.UNCHECKED)) {
            return type;
          }
        }
      }
    }
    return Thrown.UNCHECKED;
  }

  private boolean isChecked(String type) {
    return !type.equals(Thrown.ANY)
        && !types.isSubtype(type, Thrown.UNCHECKED)
        && !types.isSubtype(type, "java.lang.Error");
  }
}
