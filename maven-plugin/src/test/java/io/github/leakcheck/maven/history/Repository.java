package io.github.leakcheck.maven.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A git repository made for a test, edited and committed to. */
public final class Repository {
  private final Path folder;

  public Repository(Path folder) {
    this.folder = folder;
    git("init", "-q", "-b", "main");
    git("config", "user.name", "Test");
    git("config", "user.email", "test@acme.org");
    git("config", "core.autocrlf", "false");
  }

  public Path folder() {
    return folder;
  }

  public void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Fails when the edit changes nothing. */
  public void edit(String file, UnaryOperator<String> edit) {
    String before = read(file);
    String after = edit.apply(before);
    if (after.equals(before)) {
      throw new AssertionError("the edit leaves " + file + " as it is");
    }
    write(file, after);
  }

  public void replace(String file, String old, String by) {
    edit(file, text -> text.replace(old, by));
  }

  public void move(String from, String to) {
    write(to, "");
    git("mv", "-f", from, to);
  }

  public void commit(String subject) {
    git("add", "-A");
    git("commit", "-q", "-m", subject);
  }

  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new AssertionError(command + ": " + output);
      }
      return output.strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
