package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.check.usage.Ways;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Optional;

/** Tells whether those who call a method do one of several things as well, on the same way. */
public final class Alongside {
  private final Code code;
  private final Leads leads;
  private final Reaches reaches;

  public Alongside(Code code) {
    this.code = code;
    this.leads = new Leads(code);
    this.reaches = new Reaches(code);
  }

  /** Whether the body, or what it calls in whichever class, does one of these. */
  public boolean leads(Body body, List<Use> uses) {
    return leads.toAny(body, uses) || reaches.any(body.method(), uses);
  }

  /** Whether some caller of the method does one of these before the call or after it. */
  public boolean isDone(MethodRef method, List<Use> uses) {
    return code.callers(method).stream().anyMatch(site -> isDone(site, uses));
  }

  private boolean isDone(Site call, List<Use> uses) {
    Optional<Body> body = code.body(call.method());
    return body.isPresent()
        && body.get().nodes().stream()
            .filter(node -> node.id() != call.node() && does(body.get(), node, uses))
            .anyMatch(
                node ->
                    Ways.lead(body.get(), call.node(), node.id())
                        || Ways.lead(body.get(), node.id(), call.node()));
  }

  private boolean does(Body body, Node node, List<Use> uses) {
    Site site = body.site(node.id());
    return uses.stream().anyMatch(use -> use.site().equals(site))
        || node.step() instanceof Step.Call call
            && code.target(call).filter(to -> leads(to, uses)).isPresent();
  }
}
