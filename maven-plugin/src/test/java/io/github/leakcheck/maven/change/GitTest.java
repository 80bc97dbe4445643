package io.github.leakcheck.maven.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.leakcheck.maven.history.Repository;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Place;
import io.github.leakcheck.model.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTest {
  private static final String FILE = "app/src/Ä b.java";
  private static final String TEXT = "class A {\n  int a = a();\n  int b = b();\n}\n";

  @TempDir Path folder;
  @TempDir Path elsewhere;
  private Repository repository;

  @BeforeEach
  void start() {
    repository = new Repository(folder);
    repository.write(FILE, TEXT);
    repository.commit("One");
  }

  @Test
  void knowsWhatIsCommittedStagedWrittenAndNew() throws Exception {
    repository.git("checkout", "-q", "-b", "topic");
    repository.replace(FILE, "class A {\n", "class A {\n  int committed = 1;\n");
    repository.commit("Two");
    repository.replace(FILE, "int b", "int staged = 2;\n  int b");
    repository.git("add", "-A");
    repository.replace(FILE, "}\n", "  int written = 3;\n}\n");
    repository.write("app/src/Fresh.java", "class Fresh {}\n");
    Change change = since("main");

    assertThat(wrote(change, FILE, 2)).isTrue();
    assertThat(wrote(change, FILE, 3)).isFalse();
    assertThat(wrote(change, FILE, 4)).isTrue();
    assertThat(wrote(change, FILE, 5)).isFalse();
    assertThat(wrote(change, FILE, 6)).isTrue();
    assertThat(wrote(change, "app/src/Fresh.java", 1)).isTrue();
  }

  @Test
  void whatTheOtherBranchDidMeanwhileIsNotOurs() throws Exception {
    repository.git("checkout", "-q", "-b", "topic");
    repository.git("checkout", "-q", "main");
    repository.replace(FILE, "int a", "int theirs = 0;\n  int a");
    repository.commit("Theirs");
    repository.git("checkout", "-q", "topic");

    assertThat(since("main").touched(place(FILE, 1))).isFalse();
  }

  @Test
  void followsRenamesWhateverTheUserLikes() throws Exception {
    repository.git("config", "diff.renames", "false");
    repository.git("config", "diff.noprefix", "true");
    repository.git("config", "color.ui", "always");
    repository.git("config", "diff.external", "false");
    repository.move(FILE, "app/src/B.java");
    repository.replace("app/src/B.java", "int b", "int c");
    repository.commit("Rename");
    Change change = since("HEAD~1");

    assertThat(wrote(change, "app/src/B.java", 2)).isFalse();
    assertThat(wrote(change, "app/src/B.java", 3)).isTrue();
  }

  @Test
  void worksInLinkedWorkingTrees() throws Exception {
    Path linked = elsewhere.resolve("linked");
    repository.git("worktree", "add", "-q", linked.toString());
    Files.writeString(linked.resolve(FILE), TEXT.replace("int b", "int c"));
    Change change = new Git(linked.resolve("app")).since("HEAD", StandardCharsets.UTF_8);

    assertThat(change.wrote(new Place(linked.resolve(FILE).toString(), Span.ofLine(3), ANY)))
        .isTrue();
    assertThat(change.touched(place(FILE, 3))).isFalse();
  }

  @Test
  void aRefIsNeverAnOption() {
    Path target = elsewhere.resolve("written");

    assertThatThrownBy(() -> since("--output=" + target))
        .isInstanceOf(UnknownChange.class)
        .hasMessageContaining("git knows no commit '--output=");
    assertThatThrownBy(() -> since("HEAD; id")).isInstanceOf(UnknownChange.class);
    assertThat(target).doesNotExist();
  }

  @Test
  void aShallowCloneHearsHowDeepToFetch() {
    repository.replace(FILE, "int b", "int c");
    repository.commit("Two");
    Path clone = elsewhere.resolve("clone");
    repository.git("clone", "-q", "--depth", "1", folder.toUri().toString(), clone.toString());

    assertThatThrownBy(() -> new Git(clone).since("HEAD~1", StandardCharsets.UTF_8))
        .isInstanceOf(UnknownChange.class)
        .hasMessageContaining("1 commit(s) deep")
        .hasMessageContaining("git fetch --unshallow")
        .hasMessageContaining("fetch-depth: 0");
  }

  @Test
  void branchesWithoutACommonCommitAreSaidToBe() {
    repository.git("checkout", "-q", "--orphan", "other");
    repository.commit("Other");

    assertThatThrownBy(() -> since("main")).hasMessageContaining("no commit in common");
  }

  @Test
  void outsideOfARepositoryGitItselfSaysWhy() {
    assertThatThrownBy(() -> new Git(elsewhere).since("main", StandardCharsets.UTF_8))
        .isInstanceOf(UnknownChange.class)
        .hasMessageStartingWith("git says: ")
        .hasMessageContaining("not a git repository");
  }

  private static final Member ANY = Member.field("", "");

  private Change since(String ref) throws UnknownChange {
    return new Git(folder.resolve("app")).since(ref, StandardCharsets.UTF_8);
  }

  private boolean wrote(Change change, String file, int line) {
    return change.wrote(place(file, line));
  }

  private Place place(String file, int line) {
    return new Place(folder.resolve(file).toString(), Span.ofLine(line), ANY);
  }
}
