package io.github.leakcheck.maven.history;

import java.util.List;
import java.util.function.Consumer;

/** What people do to a project: tidying up, and leaking. */
final class Commits {
  /**
   * One commit.
   *
   * @param leak the line it leaks in, as {@code File: code}; null if it only tidies up
   */
  record Commit(String subject, String leak, Consumer<Repository> edit) {
    Commit(String subject, Consumer<Repository> edit) {
      this(subject, null, edit);
    }
  }

  static final int OLD_LEAKS = 5;

  private static final String MAIN = "src/main/java/org/acme/";
  private static final String READER = MAIN + "Reader.java";
  private static final String STORE = MAIN + "Store.java";
  private static final String LINES = MAIN + "text/Lines.java";
  private static final String OPEN = "    InputStream in = new FileInputStream(file);\n";
  private static final String HEAD =
      """
        int head(String file) throws IOException {
          InputStream in = new FileInputStream(file);
          return in.read();
        }
      """;

  static final Commit START =
      new Commit(
          "Start",
          repository -> {
            repository.write(
                READER,
                """
                package org.acme;

                import java.io.*;

                class Reader {
                """
                    + HEAD
                    + """

                  int skip(String file) throws IOException {
                    InputStream in = new FileInputStream(file);
                    in.skip(1);
                    return in.read();
                  }

                  int careful(String file) throws IOException {
                    InputStream in = null;
                    try {
                      in = new FileInputStream(file);
                      return in.read();
                    } finally {
                      if (in != null) {
                        in.close();
                      }
                    }
                  }

                  int safe(String name) throws IOException {
                    try (Writer out = new FileWriter(name)) {
                      out.write(1);
                    }
                    return 1;
                  }
                }
                """);
            repository.write(
                STORE,
                """
                package org.acme;

                import java.io.*;
                import java.util.*;

                class Store {
                  static final Map<String, String> NAMES = new HashMap<>();

                  static void remember(String name) {
                    NAMES.put(name, name);
                  }

                  static void save(File file, String text) throws IOException {
                    Writer writer = new FileWriter(file);
                    writer.write(text);
                  }

                  static int tail(File file) throws IOException {
                    RandomAccessFile random = new RandomAccessFile(file, "r");
                    random.seek(file.length() - 1);
                    return random.read();
                  }
                }
                """);
          });

  static final List<Commit> REFACTORINGS =
      List.of(
          new Commit(
              "Add a licence above",
              r -> r.edit(READER, text -> "/* Apache; 2.0 {} */\n\n" + text)),
          new Commit(
              "Say why above a leak", r -> r.replace(READER, OPEN, "    // why; so\n" + OPEN)),
          new Commit(
              "Say why inside of a statement",
              r -> r.replace(STORE, "writer = new", "writer = /* plain */ new")),
          new Commit(
              "Insert a method above",
              r ->
                  r.replace(
                      READER,
                      "class Reader {\n",
                      "class Reader {\n  int one() {\n    return 1;\n  }\n\n")),
          new Commit(
              "Wrap a statement",
              r -> r.replace(READER, "in = new File", "in =\n        new File")),
          new Commit("Indent with tabs", r -> r.edit(STORE, text -> text.replace("  ", "\t"))),
          new Commit("End lines as Windows does", r -> r.edit(STORE, t -> t.replace("\n", "\r\n"))),
          new Commit("End lines as others do", r -> r.edit(STORE, t -> t.replace("\r\n", "\n"))),
          new Commit("Join lines again", r -> r.replace(READER, "in =\n        new", "in = new")),
          new Commit(
              "Annotate and open up",
              r -> r.replace(READER, "  int head(", "  @Deprecated\n  public int head(")),
          new Commit("Rename a variable", r -> r.replace(STORE, "random", "access")),
          new Commit("Rename a method", r -> r.replace(READER, "int skip(", "int second(")),
          new Commit(
              "Rename a file and its class",
              r -> {
                r.move(STORE, MAIN + "Vault.java");
                r.replace(MAIN + "Vault.java", "class Store", "class Vault");
              }),
          new Commit(
              "Move a method down",
              r -> {
                String method = between(r.read(READER), "  @Deprecated", "  int second(");
                r.replace(READER, method, "");
                r.edit(READER, text -> text.replaceFirst("\\}\\s*$", "\n" + method + "}\n"));
              }),
          new Commit(
              "Move a method to a class of its own",
              r -> {
                String method = between(r.read(READER), "  int second(", "  int careful(");
                r.replace(READER, method, "");
                r.write(
                    MAIN + "Lines.java",
                    "package org.acme;\n\nimport java.io.*;\n\nclass Lines {\n" + method + "}\n");
              }),
          new Commit(
              "Move a class to another package",
              r -> {
                r.move(MAIN + "Lines.java", LINES);
                r.replace(LINES, "package org.acme;", "package org.acme.text;");
              }),
          new Commit(
              "Move methods around",
              r -> {
                String vault = MAIN + "Vault.java";
                String save = between(r.read(vault), "\tstatic void save(", "\tstatic int tail(");
                r.replace(vault, save, "");
                r.edit(vault, text -> text.replaceFirst("\\}\\s*$", "\n" + save + "}\n"));
              }),
          new Commit(
              "Indent with spaces", r -> r.edit(MAIN + "Vault.java", t -> t.replace("\t", "  "))),
          new Commit(
              "Spread blank lines",
              r -> r.edit(MAIN + "Vault.java", t -> t.replace(";\n", ";\n\n"))),
          new Commit(
              "Nest the class",
              r ->
                  r.edit(
                      LINES,
                      text ->
                          text.replace("class Lines {", "class Texts {\n  static class Lines {")
                                  .stripTrailing()
                              + "\n}\n")),
          new Commit(
              "Drop an unused method",
              r -> r.edit(READER, t -> t.replace("  int one() {\n    return 1;\n  }\n\n", ""))),
          new Commit(
              "Put the repaired in another class",
              r -> {
                String safe = between(r.read(READER), "  int safe(", "\n  @Deprecated");
                r.replace(READER, safe, "");
                r.write(
                    MAIN + "Safe.java",
                    "package org.acme;\n\nimport java.io.*;\n\nclass Safe {\n" + safe + "}\n");
              }));

  static final List<Commit> LEAKS =
      List.of(
          new Commit(
              "Leak in a new method",
              "Reader.java: FileReader more = new FileReader(file);",
              r ->
                  insert(
                      r,
                      READER,
                      "  int more(String file) throws IOException {\n"
                          + "    FileReader more = new FileReader(file);\n"
                          + "    return more.read();\n  }\n")),
          new Commit(
              "Leak in a new file",
              "Fresh.java: InputStream in = new FileInputStream(file);",
              r ->
                  r.write(
                      MAIN + "Fresh.java",
                      "package org.acme;\n\nimport java.io.*;\n\nclass Fresh {\n" + HEAD + "}\n")),
          new Commit(
              "Leak a second time in the same method",
              "Fresh.java: InputStream again = new FileInputStream(file);",
              r ->
                  r.replace(
                      MAIN + "Fresh.java",
                      "    return in.read();",
                      "    InputStream again = new FileInputStream(file);\n"
                          + "    return in.read() + again.read();")),
          new Commit(
              "Leak in the very same words in the same class",
              "Fresh.java: InputStream in = new FileInputStream(file);",
              r -> insert(r, MAIN + "Fresh.java", HEAD.replace("head(", "copy("))),
          new Commit(
              "Repair one, and leak in the same words elsewhere",
              "Other.java: InputStream in = new FileInputStream(file);",
              r -> {
                r.replace(
                    LINES,
                    "    InputStream in = new FileInputStream(file);\n    in.skip(1);\n    return in.read();\n",
                    "    try (InputStream in = new FileInputStream(file)) {\n"
                        + "      in.skip(1);\n      return in.read();\n    }\n");
                r.write(
                    MAIN + "Other.java",
                    "package org.acme;\n\nimport java.io.*;\n\nclass Other {\n" + HEAD + "}\n");
              }),
          new Commit(
              "Leak while the file gets another name",
              "Archive.java: FileReader fresh = new FileReader(name);",
              r -> {
                r.move(MAIN + "Vault.java", MAIN + "Archive.java");
                r.replace(MAIN + "Archive.java", "class Vault", "class Archive");
                insert(
                    r,
                    MAIN + "Archive.java",
                    "  static int first(String name) throws IOException {\n"
                        + "    FileReader fresh = new FileReader(name);\n"
                        + "    return fresh.read();\n  }\n");
              }),
          new Commit(
              "Leak beside what moves",
              "Moved.java: Writer log = new FileWriter(name, true);",
              r -> {
                r.replace(MAIN + "Other.java", HEAD, "");
                r.write(
                    MAIN + "Moved.java",
                    "package org.acme;\n\nimport java.io.*;\n\nclass Moved {\n"
                        + HEAD
                        + "\n  void log(String name) throws IOException {\n"
                        + "    Writer log = new FileWriter(name, true);\n"
                        + "    log.write(1);\n  }\n}\n");
              }),
          new Commit(
              "Take away what closed it",
              "Reader.java: in = new FileInputStream(file);",
              r ->
                  r.edit(
                      READER,
                      text ->
                          text.replace(
                              between(text, "    try {\n      in = ", "  }\n\n\n  @Deprecated"),
                              "    in = new FileInputStream(file);\n    return in.read();\n"))),
          new Commit(
              "Open without try",
              "Safe.java: Writer out = new FileWriter(name);",
              r ->
                  r.replace(
                      MAIN + "Safe.java",
                      "    try (Writer out = new FileWriter(name)) {\n      out.write(1);\n    }\n",
                      "    Writer out = new FileWriter(name);\n    out.write(1);\n")),
          new Commit(
              "Let another map grow",
              "Archive.java: SEEN.put(name, 1);",
              r -> {
                r.replace(
                    MAIN + "Archive.java",
                    "class Archive {\n",
                    "class Archive {\n  static final Map<String, Integer> SEEN = new HashMap<>();\n");
                insert(
                    r,
                    MAIN + "Archive.java",
                    "  static void see(String name) {\n    SEEN.put(name, 1);\n  }\n");
              }));

  private Commits() {}

  private static void insert(Repository repository, String file, String method) {
    repository.edit(
        file,
        text ->
            text.replaceFirst(
                "\\}\\s*$", java.util.regex.Matcher.quoteReplacement("\n" + method + "}\n")));
  }

  /** The text from the first words up to the others. */
  private static String between(String text, String first, String end) {
    int start = text.indexOf(first);
    int stop = text.indexOf(end, start);
    if (start < 0 || stop < 0) {
      throw new AssertionError("no '" + first + "' before '" + end + "' in " + text);
    }
    return text.substring(start, stop);
  }
}
