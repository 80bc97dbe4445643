package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Starts;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Methods that are there to take entries in, as a rule while a program starts. */
final class RegisteringMethods {
  private static final Pattern REGISTRATION =
      Pattern.compile(
          "(register|regist|add|set|install|define|declare|append|put|include|bind|load|init|configure|enable|with)(\\p{Upper}.*)?");
  private static final Pattern STARTING =
      Pattern.compile(
          "(init|initialize|initialise|load|setup|setUp|configure|bootstrap|afterPropertiesSet"
              + "|postConstruct|postProcess|process|contextInitialized|start|doStart|onStart)"
              + "(\\p{Upper}.*)?");

  private final Code code;
  private final Starts starts;

  RegisteringMethods(Code code) {
    this.code = code;
    this.starts = Starts.of(code);
  }

  /** Whether the method's name says that it takes in what it is given, on purpose. */
  boolean registers(MethodRef method) {
    return isNamedSo(method.name()) && code.body(method).filter(b -> isPrivate(b.flow())).isEmpty();
  }

  private static boolean isPrivate(MethodFlow flow) {
    return Access.has(flow.access(), Access.PRIVATE);
  }

  /** The name says that the method takes in what it is given. */
  static boolean isNamedSo(String method) {
    return REGISTRATION.matcher(method).matches();
  }

  /** The method's name says that it runs when its object starts. */
  static boolean isStarting(MethodFlow flow) {
    return STARTING.matcher(flow.source().name()).matches();
  }

  /** A public method whose work is to take entries in, and that nothing but start-up code calls. */
  boolean isRegistration(MethodFlow flow, FieldKey field) {
    return isRegistration(flow, field, new HashSet<>());
  }

  private boolean isRegistration(MethodFlow flow, FieldKey field, Set<MethodRef> seen) {
    boolean first = seen.isEmpty();
    if (first && isPrivate(flow) || !isNamedSo(flow.source().name())) {
      return !first && isStarting(flow);
    }
    return !seen.add(flow.method())
        || code.callers(flow.method()).stream().allMatch(site -> registers(site, field, seen));
  }

  private boolean registers(Site caller, FieldKey field, Set<MethodRef> seen) {
    return starts.onlyAtStart(caller.method()) != Starts.Answer.NO
        || caller.method().isConstructor() && caller.method().owner().equals(field.owner())
        || code.body(caller.method())
            .map(body -> isRegistration(body.flow(), field, seen))
            .orElse(false);
  }
}
