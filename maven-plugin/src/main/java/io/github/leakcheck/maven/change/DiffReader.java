package io.github.leakcheck.maven.change;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads unified diffs, those of git and those of others, with any number of lines around. */
final class DiffReader {
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");

  private final List<FileChange> files = new ArrayList<>();
  private final List<Edit> edits = new ArrayList<>();
  private String oldPath;
  private String newPath;
  private boolean inFile;
  private int oldLeft;
  private int newLeft;
  private int line;
  private int added;
  private final List<String> removed = new ArrayList<>();

  private DiffReader() {}

  /** All files the diff names; empty if it is none. */
  static List<FileChange> read(String diff) {
    DiffReader reader = new DiffReader();
    diff.lines().forEach(reader::add);
    reader.endFile();
    return reader.files;
  }

  private void add(String text) {
    if (oldLeft > 0 || newLeft > 0) {
      inHunk(text);
    } else if (text.startsWith("--- ")) {
      endFile();
      oldPath = name(text.substring(4), "a/");
    } else if (text.startsWith("+++ ") && oldPath != null) {
      newPath = name(text.substring(4), "b/");
      inFile = true;
    } else if (inFile) {
      startHunk(text);
    }
  }

  private void startHunk(String text) {
    Matcher hunk = HUNK.matcher(text);
    if (!hunk.matches()) {
      return;
    }
    endEdit();
    oldLeft = count(hunk.group(2));
    newLeft = count(hunk.group(4));
    // A hunk without new lines names the line before it.
    line = Integer.parseInt(hunk.group(3)) + (newLeft == 0 ? 1 : 0);
  }

  private static int count(String group) {
    return group == null ? 1 : Integer.parseInt(group);
  }

  private void inHunk(String text) {
    char kind = text.isEmpty() ? ' ' : text.charAt(0);
    switch (kind) {
      case '+' -> {
        added++;
        newLeft--;
      }
      case '-' -> {
        removed.add(text.substring(1));
        oldLeft--;
      }
      case '\\' -> {} // "No newline at end of file"
      default -> {
        endEdit();
        line++;
        oldLeft--;
        newLeft--;
      }
    }
    if (oldLeft <= 0 && newLeft <= 0) {
      endEdit();
    }
  }

  private void endEdit() {
    if (added > 0 || !removed.isEmpty()) {
      edits.add(new Edit(line, added, removed));
      line += added;
      added = 0;
      removed.clear();
    }
  }

  private void endFile() {
    endEdit();
    if (inFile) {
      files.add(new FileChange(newPath, oldPath.isEmpty(), edits));
    }
    edits.clear();
    oldPath = null;
    newPath = null;
    inFile = false;
    oldLeft = 0;
    newLeft = 0;
  }

  /** Path without prefix, quotes and time; empty for what is not there. */
  private static String name(String raw, String prefix) {
    int time = raw.indexOf('\t');
    String written = (time < 0 ? raw : raw.substring(0, time)).strip();
    String path = written.startsWith("\"") ? QuotedPath.read(written) : written;
    if (path.equals("/dev/null")) {
      return "";
    }
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }
}
