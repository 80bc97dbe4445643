package io.github.leakcheck.maven.change;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the git that is installed what changed in a working tree. */
public final class Git {
  private static final List<String> STEADY =
      List.of(
          "--no-pager",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.quotePath=true",
          "-c",
          "diff.relative=false");
  private static final List<String> DIFF =
      List.of(
          "diff",
          "--no-ext-diff",
          "--no-textconv",
          "--no-color",
          "--unified=0",
          "--inter-hunk-context=0",
          "--find-renames",
          "--ignore-submodules",
          "--src-prefix=a/",
          "--dst-prefix=b/",
          "--end-of-options");
  private static final List<String> CODE =
      List.of("--", ":(top)*.java", ":(top)*.kt", ":(top)*.groovy", ":(top)*.scala");

  private record Answer(int status, String text, String error) {}

  private final Path folder;

  /** Asks from within a folder of the working tree, which may be a linked one. */
  public Git(Path folder) {
    this.folder = folder;
  }

  /**
   * What the working tree, committed or not, holds beyond the point where it left a branch.
   *
   * @param ref branch, tag or commit, as a user writes it; never taken for an option
   * @param encoding of the sources
   * @throws UnknownChange if git cannot tell, with what to do about it
   */
  public Change since(String ref, Charset encoding) throws UnknownChange {
    Path top = Path.of(line(demand("rev-parse", "--show-toplevel")));
    String base = mergeBase(commit(ref), ref);
    List<String> diff = new ArrayList<>(DIFF);
    diff.add(base);
    diff.addAll(CODE);
    List<FileChange> files = new ArrayList<>(DiffReader.read(demand(encoding, diff).text()));
    List<String> others =
        new ArrayList<>(List.of("ls-files", "--others", "--exclude-standard", "-z", "--full-name"));
    others.addAll(CODE);
    Arrays.stream(demand(StandardCharsets.UTF_8, others).text().split("\0"))
        .filter(path -> !path.isEmpty())
        .map(FileChange::untracked)
        .forEach(files::add);
    return Change.of(files, List.of(top), encoding);
  }

  private String commit(String ref) throws UnknownChange {
    Answer answer =
        ask("rev-parse", "--verify", "--quiet", "--end-of-options", ref.strip() + "^{commit}");
    return hash(answer)
        .orElseThrow(
            () ->
                new UnknownChange(
                    "git knows no commit '%s' here; fetch it, as in `git fetch origin <branch>`%s"
                        .formatted(ref, isShallow() ? ". " + deeper() : "")));
  }

  private String mergeBase(String commit, String ref) throws UnknownChange {
    Optional<String> base = hash(ask("merge-base", commit, "HEAD"));
    if (base.isEmpty() && isShallow()) {
      throw new UnknownChange(
          "this clone is too shallow to tell where HEAD left '%s'. %s".formatted(ref, deeper()));
    }
    return base.orElseThrow(
        () -> new UnknownChange("'%s' and HEAD have no commit in common".formatted(ref)));
  }

  private boolean isShallow() {
    return line(ask("rev-parse", "--is-shallow-repository")).equals("true");
  }

  private String deeper() {
    Answer count = ask("rev-list", "--count", "HEAD");
    return "The clone is %s commit(s) deep: fetch all with `git fetch --unshallow` (`fetch-depth: 0` in actions/checkout, `GIT_DEPTH: 0` in GitLab)"
        .formatted(line(count));
  }

  private static Optional<String> hash(Answer answer) {
    return answer.text().lines().filter(line -> line.matches("[0-9a-f]{40,64}")).findFirst();
  }

  private static String line(Answer answer) {
    return answer.text().lines().findFirst().orElse("").strip();
  }

  private Answer demand(String... arguments) throws UnknownChange {
    return demand(StandardCharsets.UTF_8, List.of(arguments));
  }

  private Answer demand(Charset charset, List<String> arguments) throws UnknownChange {
    Answer answer = ask(charset, arguments);
    if (answer.status() != 0) {
      throw new UnknownChange(
          "git says: " + answer.error().lines().findFirst().orElse("nothing").strip());
    }
    return answer;
  }

  private Answer ask(String... arguments) {
    return ask(StandardCharsets.UTF_8, List.of(arguments));
  }

  private Answer ask(Charset charset, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(STEADY);
    command.addAll(arguments);
    Path errors = null;
    try {
      errors = Files.createTempFile("leakcheck", ".git");
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder
          .environment()
          .putAll(Map.of("LC_ALL", "C", "GIT_OPTIONAL_LOCKS", "0", "GIT_TERMINAL_PROMPT", "0"));
      Process git = builder.redirectError(errors.toFile()).start();
      git.getOutputStream().close();
      String text = new String(git.getInputStream().readAllBytes(), charset);
      int status = git.waitFor();
      return new Answer(status, text, Files.readString(errors, StandardCharsets.ISO_8859_1));
    } catch (IOException absent) {
      return new Answer(-1, "", "git cannot be run: " + absent.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer(-1, "", "interrupted");
    } finally {
      delete(errors);
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // a small file among the temporary ones
    }
  }
}
