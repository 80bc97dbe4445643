package unclosed_directory_stream;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class Leaks {

  public static long countedInAChain(Path file) throws IOException {
    return Files.lines(file).filter(line -> !line.isBlank()).count(); // LEAK
  }

  public static List<Path> collected(Path folder) throws IOException {
    return Files.list(folder).sorted().collect(Collectors.toList()); // LEAK
  }

  public static void walkedOverForEach(Path folder) throws IOException {
    Files.walk(folder).forEach(System.out::println); // LEAK
  }

  public static Optional<Path> found(Path folder) throws IOException {
    Stream<Path> matches = Files.find(folder, 3, (path, attributes) -> attributes.isOther()); // LEAK
    return matches.findFirst();
  }

  public static List<Path> loopedOver(Path folder) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Path path : Files.newDirectoryStream(folder, "*.txt")) { // LEAK
      paths.add(path);
    }
    return paths;
  }

  public static boolean isEmpty(Path folder) throws IOException {
    DirectoryStream<Path> entries = Files.newDirectoryStream(folder); // MISSED: only an unchecked exception of the JDK leads past the close
    boolean empty = !entries.iterator().hasNext();
    entries.close();
    return empty;
  }

  public static Path first(Path folder) throws IOException {
    Iterator<Path> paths = Files.walk(folder, 1).iterator(); // LEAK
    return paths.hasNext() ? paths.next() : folder;
  }

  public static int onceAFolder(List<Path> folders) throws IOException {
    int count = 0;
    for (Path folder : folders) {
      count += (int) Files.list(folder).count(); // LEAK
    }
    return count;
  }

  public static List<String> pipelineInAVariable(Path file) throws IOException {
    Stream<String> words =
        Files.lines(file).flatMap(line -> Stream.of(line.split(" "))).distinct(); // LEAK
    return words.collect(Collectors.toList());
  }

  public static String closedOnTheNormalPath(Path file) throws IOException {
    Stream<String> lines = Files.lines(file); // LEAK
    String header = lines.findFirst().orElseThrow();
    lines.close();
    return header;
  }
}
