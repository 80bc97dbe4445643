package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.Step;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares by type and last name where two methods of a class have an object from. */
public final class SourcePaths {
  private final Code code;
  private final Origins origins;

  public SourcePaths(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /**
   * How a method gets at an object.
   *
   * @param type empty if unknown
   * @param name of the field or getter, empty if it is a parameter or unknown
   * @param fields whether it is a field, which no other field is likely to share
   */
  public record Path(String type, String name, boolean fields) {
    private static final Path UNKNOWN = new Path("", "", false);
  }

  /** The path of the value in the register. */
  public Path of(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    return found.size() == 1 ? of(found.iterator().next()) : Path.UNKNOWN;
  }

  private static Path of(Origin origin) {
    if (origin instanceof Origin.OfField field) {
      return new Path(field.field().type(), word(field.field().name()), true);
    } else if (origin instanceof Origin.Result result) {
      String type = result.call().callee().result();
      return new Path(type, word(result.call().callee().name()), false);
    } else if (origin instanceof Origin.OfParameter parameter) {
      return new Path(type(parameter), "", false);
    }
    return Path.UNKNOWN;
  }

  private static String type(Origin.OfParameter parameter) {
    List<String> types = parameter.body().method().parameters();
    int index = parameter.position();
    if (parameter.isThis()) {
      return parameter.body().method().owner();
    }
    return parameter.body().flow().isLambdaBody()
            || types == null
            || index < 0
            || index >= types.size()
        ? ""
        : types.get(index);
  }

  /** The name without what conventions put before it. */
  private static String word(String name) {
    String bare = name.startsWith("get") && name.length() > 3 ? name.substring(3) : name;
    return bare.toLowerCase(Locale.ROOT);
  }

  /** Whether both may lead to one object. */
  public boolean mayMeet(Path one, Path other) {
    boolean types =
        isUnknown(one.type())
            || isUnknown(other.type())
            || code.world().types().isSubtype(one.type(), other.type())
            || code.world().types().isSubtype(other.type(), one.type());
    boolean names =
        one.name().isEmpty()
            || other.name().isEmpty()
            || one.fields() != other.fields()
            || one.name().equals(other.name());
    return types && names;
  }

  private static boolean isUnknown(String type) {
    return type.indexOf('.') < 0 || type.equals("java.lang.Object");
  }

  /** Where the object that a field or getter belongs to comes from; empty for anything else. */
  public Set<Origin> owner(Body body, int node, int register) {
    Set<Origin> found = origins.of(body, node, register);
    if (found.size() != 1) {
      return Set.of();
    }
    Origin origin = found.iterator().next();
    int at =
        origin instanceof Origin.OfField field
            ? field.node()
            : origin instanceof Origin.Result result ? result.node() : Step.NONE;
    if (at == Step.NONE) {
      return Set.of();
    }
    Step step = origin.body().step(at);
    int object =
        step instanceof Step.LoadField load
            ? load.object()
            : step instanceof Step.Call call ? call.receiver() : Step.NONE;
    return origins.of(origin.body(), at, object);
  }
}
