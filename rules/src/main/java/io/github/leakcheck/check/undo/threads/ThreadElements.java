package io.github.leakcheck.check.undo.threads;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Knows what starts threads among the things that are put into a collection. */
final class ThreadElements {
  private final Code code;
  private final Origins origins;
  private final ThreadLines lines;

  ThreadElements(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.lines = new ThreadLines(code);
  }

  /** What starts threads, and where that is made. */
  record Made(Body body, int node, ThreadLines.Line line) {
    String type() {
      return line.api().undo().orElseThrow().owner();
    }
  }

  /** Made by one of the values itself, or by a function that the collection runs. */
  Optional<Made> among(Set<Origin> values) {
    for (Origin value : values) {
      Optional<Made> made = Optional.empty();
      if (value instanceof Origin.Result result) {
        made = made(result.body(), result.node(), result.call());
      } else if (value instanceof Origin.Fresh fresh) {
        made =
            origins
                .constructor(fresh)
                .flatMap(n -> made(fresh.body(), n, (Step.Call) fresh.body().step(n)));
      } else if (value instanceof Origin.Function function && function.lambda().body() != null) {
        made = code.body(function.lambda().body()).flatMap(this::returned);
      }
      if (made.isPresent()) {
        return made;
      }
    }
    return Optional.empty();
  }

  private Optional<Made> made(Body body, int node, Step.Call call) {
    return lines
        .of(body, node, call)
        .filter(line -> line.api().confidence() != Confidence.LOW)
        .filter(line -> !line.api().rule().equals("thread-never-stopped"))
        .map(line -> new Made(body, node, line));
  }

  private Optional<Made> returned(Body makes) {
    for (Node node : makes.nodes()) {
      if (node.step() instanceof Step.Return back && back.value() != Step.NONE) {
        Optional<Made> made =
            among(
                origins.of(makes, node.id(), back.value()).stream()
                    .filter(o -> !(o instanceof Origin.Function))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        if (made.isPresent()) {
          return made;
        }
      }
    }
    return Optional.empty();
  }
}
