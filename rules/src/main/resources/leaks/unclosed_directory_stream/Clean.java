package unclosed_directory_stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

public class Clean {

  public static long tryWithResources(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).count();
    }
  }

  public static long pipelineInTheHead(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile).sorted()) {
      return files.count();
    }
  }

  public static int entries(Path folder) throws IOException {
    int count = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        count += entry.getNameCount();
      }
    }
    return count;
  }

  public static List<Path> closedInFinally(Path folder) throws IOException {
    Stream<Path> paths = Files.list(folder);
    try {
      return paths.collect(Collectors.toList());
    } finally {
      paths.close();
    }
  }

  public static Stream<String> returned(Path file) throws IOException {
    return Files.lines(file).map(String::trim);
  }

  public static int flatMapClosesItself(List<Path> files) {
    return files.stream().flatMap(Clean::linesOf).mapToInt(String::length).sum();
  }

  private static Stream<String> linesOf(Path file) {
    try {
      return Files.lines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static int streamsOfValues(String[] words, String text) {
    Stream<String> upper = Arrays.stream(words).map(String::toUpperCase);
    IntStream lengths = upper.mapToInt(String::length);
    return lengths.sum() + (int) text.lines().count() + (int) text.chars().distinct().count();
  }

  public static List<String> listsNeedNoClose(Path file) throws IOException {
    return Files.readAllLines(file);
  }

  public static long twoStreams(Path first, Path second) throws IOException {
    try (Stream<String> one = Files.lines(first);
        Stream<String> two = Files.lines(second);
        Stream<String> both = Stream.concat(one, two)) {
      return both.count();
    }
  }
}
