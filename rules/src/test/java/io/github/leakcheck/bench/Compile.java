package io.github.leakcheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles one release with {@code javac} and prints the processor time of this JVM: what {@link
 * Cost} compares with. Fails with the compiler's status if it reports errors.
 */
public final class Compile {
  private Compile() {}

  /** Arguments: the release's folder, and one for class files. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Path sources = Unpacked.sources(folder);
    Path jar = folder.resolve("artifact.jar");
    String release = String.valueOf(Math.min(Runtime.version().feature(), Replay.javaRelease(jar)));
    String classPath =
        Stream.concat(Replay.classPath(folder).stream(), Stream.of(jar))
            .map(Path::toString)
            .collect(Collectors.joining(System.getProperty("path.separator")));
    List<String> command =
        new ArrayList<>(
            List.of("-nowarn", "-proc:none", "-implicit:none", "-g", "-encoding", "UTF-8"));
    command.addAll(List.of("-source", release, "-target", release));
    command.addAll(List.of("-cp", classPath, "-d", arguments[1]));
    command.addAll(files(sources));
    int status =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new));
    System.err.println(Replay.processorTime());
    System.exit(status);
  }

  /** All but module declarations, which would hide the class path. */
  private static List<String> files(Path sources) throws IOException {
    try (Stream<Path> all = Files.walk(sources)) {
      return all.filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .map(Path::toString)
          .toList();
    }
  }
}
