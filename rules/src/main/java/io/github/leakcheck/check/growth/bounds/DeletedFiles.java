package io.github.leakcheck.check.growth.bounds;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether a class deletes a file that it makes, so that it will be missing again. */
final class DeletedFiles {
  private static final int DEPTH = 4;
  private static final Set<String> FILES = Set.of("java.io.File", "java.nio.file.Path");
  private static final Set<String> DELETES =
      Set.of(
          "delete", "deleteIfExists", "deleteQuietly", "forceDelete", "deleteFile", "deleteSafely");

  private final Code code;
  private final Origins origins;

  DeletedFiles(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
  }

  /** Whether a method of the same file deletes what the register holds, known by how it is made. */
  boolean isDeleted(Body body, int node, int register) {
    Set<String> wanted = texts(body, node, register, DEPTH);
    if (returns(body, node, register)) {
      wanted.add(text(body.method()));
    }
    return !wanted.isEmpty()
        && code.nest(body.method().owner()).stream()
            .flatMap(type -> code.bodies(type).stream())
            .anyMatch(other -> deletes(other, wanted));
  }

  private boolean deletes(Body body, Set<String> wanted) {
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.Call call && DELETES.contains(call.callee().name())) {
        List<Integer> files = new ArrayList<>(call.arguments());
        files.add(call.receiver());
        if (files.stream()
            .flatMap(file -> texts(body, node.id(), file, DEPTH).stream())
            .anyMatch(wanted::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean returns(Body body, int node, int register) {
    Set<Origin> file = origins.of(body, node, register);
    return body.nodes().stream()
        .anyMatch(
            other ->
                other.step() instanceof Step.Return back
                    && origins.isAny(body, other.id(), back.value(), file));
  }

  /** How the file is made from fields and methods of the program; empty if that says nothing. */
  private Set<String> texts(Body body, int node, int register, int depth) {
    return origins.of(body, node, register).stream()
        .flatMap(origin -> text(origin, depth).stream())
        .collect(Collectors.toSet());
  }

  private Optional<String> text(Origin origin, int depth) {
    if (origin instanceof Origin.OfField field) {
      return Optional.of(code.key(field.field()).toString());
    } else if (origin instanceof Origin.Result result && depth > 0) {
      return result(result, depth);
    } else if (origin instanceof Origin.Fresh fresh && FILES.contains(fresh.type()) && depth > 0) {
      return origins
          .constructor(fresh)
          .flatMap(
              made ->
                  parts(
                      fresh.body(), made, ((Step.Call) fresh.body().step(made)).arguments(), depth))
          .map(parts -> "File" + parts);
    }
    return Optional.empty();
  }

  private Optional<String> result(Origin.Result result, int depth) {
    MethodRef callee = result.call().callee();
    if (!Platform.isJdk(callee.owner())) {
      return result.call().arguments().isEmpty() ? Optional.of(text(callee)) : Optional.empty();
    }
    boolean same = Set.of("toFile", "toPath", "getAbsoluteFile").contains(callee.name());
    return same
        ? parts(result.body(), result.node(), List.of(result.call().receiver()), depth)
        : Optional.empty();
  }

  private Optional<String> parts(Body body, int node, List<Integer> registers, int depth) {
    List<String> parts = new ArrayList<>();
    for (int register : registers) {
      Set<String> texts =
          constant(body, node, register).orElse(texts(body, node, register, depth - 1));
      if (texts.size() != 1) {
        return Optional.empty();
      }
      parts.addAll(texts);
    }
    return Optional.of(parts.size() == 1 ? parts.get(0) : parts.toString());
  }

  private Optional<Set<String>> constant(Body body, int node, int register) {
    return origins.of(body, node, register).stream()
        .filter(origin -> origin instanceof Origin.Constant)
        .map(origin -> Set.of("" + ((Origin.Constant) origin).constant().value()))
        .findFirst();
  }

  private static String text(MethodRef method) {
    return method.owner() + "#" + method.name();
  }
}
