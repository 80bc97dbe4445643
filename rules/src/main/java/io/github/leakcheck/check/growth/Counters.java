package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Key;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells entries that are no more than a number or two for each of the things that somebody sets up
 * by hand, such as the topics of a broker or the tables of a database.
 */
final class Counters {
  private static final Pattern SET_UP =
      Pattern.compile(
          "`(\\w*(Topic|Queue|Table|Column|Schema|Database|Partition|Broker|Cluster)(Name)?"
              + "|(topic|queue|table|column|schema|database|partition|broker|cluster)(Name)?)`"
              + " given.*");

  private static final Set<String> NUMBERS =
      Set.of(
          "int",
          "long",
          "short",
          "float",
          "double",
          "boolean",
          "int[]",
          "long[]",
          "float[]",
          "double[]",
          "boolean[]",
          "java.lang.Boolean",
          "java.util.concurrent.atomic.AtomicBoolean");

  private final Code code;
  private final Origins origins;

  Counters(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether the use adds such an entry under the key. */
  boolean isOne(Use use, Body body, Key key) {
    List<Integer> arguments = use.call().arguments();
    return arguments.size() > 1
        && SET_UP.matcher(key.text()).matches()
        && areNumbers(
            origins.of(body, use.site().node(), arguments.get(arguments.size() - 1)).stream());
  }

  private boolean areNumbers(Stream<Origin> values) {
    List<Origin> all = values.toList();
    return !all.isEmpty() && all.stream().allMatch(this::isNumber);
  }

  private boolean isNumber(Origin value) {
    if (value instanceof Origin.Function function && function.lambda().body() != null) {
      return code.body(function.lambda().body())
          .filter(made -> areNumbers(made.nodes().stream().flatMap(node -> returned(made, node))))
          .isPresent();
    }
    String type = Added.type(value);
    return value instanceof Origin.Constant && !value.isNull()
        || NUMBERS.contains(type)
        || code.world().types().isSubtype(type, "java.lang.Number")
        || value instanceof Origin.Other other
            && other.body().step(other.node()) instanceof Step.NewArray array
            && NUMBERS.contains(array.type());
  }

  private Stream<Origin> returned(Body body, Node node) {
    return node.step() instanceof Step.Return back
        ? origins.of(body, node.id(), back.value()).stream()
        : Stream.empty();
  }
}
