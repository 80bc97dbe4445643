package io.github.leakcheck.facts;

import java.util.List;

/**
 * All that was read of one class: declaration and bodies, lambda bodies included.
 *
 * @param engine {@link io.github.leakcheck.model.Finding#SOURCE} or {@link
 *     io.github.leakcheck.model.Finding#BYTECODE}
 */
public record ClassFacts(TypeFacts type, List<MethodFlow> flows, String engine) {
  public ClassFacts {
    flows = List.copyOf(flows);
  }
}
