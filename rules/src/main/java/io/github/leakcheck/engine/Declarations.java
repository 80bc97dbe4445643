package io.github.leakcheck.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the classes, methods and fields that a source file declares, without parsing bodies: an
 * order of magnitude cheaper than a parser, which is the point of asking class files first.
 *
 * @param packageName empty for the unnamed package
 */
record Declarations(String packageName, List<DeclaredType> types) {

  static Declarations scan(String text) {
    return new Scan(new Tokens(text)).file();
  }

  /** One pass over the tokens of a file. */
  private static final class Scan {
    /** Names grow with depth; nobody nests classes like that in good faith. */
    private static final int DEPTH = 50;

    private static final Set<String> TYPES = Set.of("class", "interface", "enum");

    private final Tokens tokens;
    private final List<DeclaredType> types = new ArrayList<>();
    private String packageName = "";
    private int depth;

    private Scan(Tokens tokens) {
      this.tokens = tokens;
    }

    private Declarations file() {
      while (!tokens.atEnd()) {
        Header header = header();
        if (header.first().equals("package")) {
          packageName = String.join("", header.words.subList(1, header.words.size()));
        } else if (header.typeName() != null) {
          type(header, packageName.isEmpty() ? "" : packageName + ".");
        } else {
          skipRest(header);
        }
      }
      return new Declarations(packageName, List.copyOf(types));
    }

    /** Tokens of a declaration up to its body, value or end, without annotations. */
    private Header header() {
      Header header = new Header(tokens.line());
      while (!tokens.atEnd()
          && !tokens.is(';')
          && !tokens.is('{')
          && !tokens.is('=')
          && !tokens.is('}')) {
        if (tokens.is('@')) {
          annotation(header);
        } else if (tokens.is('(')) {
          header.parameters(tokens.peek().isEmpty() ? 0 : parameters());
        } else {
          header.add(tokens.take());
        }
      }
      return header;
    }

    private void annotation(Header header) {
      tokens.take();
      if (tokens.peek().equals("interface")) {
        header.add(tokens.take());
        return;
      }
      tokens.take();
      while (tokens.is('.')) {
        tokens.take();
        tokens.take();
      }
      if (tokens.is('(')) {
        skipBalanced('(', ')');
      }
    }

    /** Number of parameters in the parentheses that start here. */
    private int parameters() {
      int commas = 0;
      int depth = 0;
      boolean empty = true;
      boolean receiver = false;
      do {
        if (tokens.is('(') || tokens.is('<')) {
          depth++;
        } else if (tokens.is(')') || tokens.is('>')) {
          depth--;
        } else {
          empty = false;
          commas += tokens.is(',') && depth == 1 ? 1 : 0;
          receiver |= tokens.peek().equals("this");
        }
        tokens.take();
      } while (depth > 0 && !tokens.atEnd());
      return empty ? 0 : commas + (receiver ? 0 : 1);
    }

    private void type(Header header, String prefix) {
      if (depth == DEPTH) {
        skipRest(header);
        return;
      }
      depth++;
      String name = prefix + header.typeName();
      DeclaredType type =
          new DeclaredType(name, new HashSet<>(), new ArrayList<>(), header.line, header.line);
      int index = types.size();
      types.add(type);
      if (tokens.is('{')) {
        tokens.take();
        if (header.words.contains("enum")) {
          constants(type);
        }
        members(type, header.typeName());
        tokens.take();
      }
      types.set(
          index,
          new DeclaredType(
              name, type.fields(), type.methods(), header.line, tokens.previousLine()));
      depth--;
    }

    private void constants(DeclaredType type) {
      while (!tokens.atEnd() && !tokens.is(';') && !tokens.is('}')) {
        if (tokens.is('@')) {
          annotation(new Header(tokens.line()));
        } else if (tokens.is('(')) {
          skipBalanced('(', ')');
        } else if (tokens.is('{')) {
          skipBalanced('{', '}');
        } else {
          String token = tokens.take();
          if (Tokens.isWord(token)) {
            type.fields().add(token);
          }
        }
      }
    }

    private void members(DeclaredType type, String simpleName) {
      while (!tokens.atEnd() && !tokens.is('}')) {
        Header header = header();
        if (header.typeName() != null) {
          type(header, type.name() + "$");
        } else if (header.parameterCount >= 0) {
          method(header, type, simpleName);
        } else {
          field(header, type);
        }
      }
    }

    private void method(Header header, DeclaredType type, String simpleName) {
      skipRest(header);
      type.methods()
          .add(
              new DeclaredType.Method(
                  header.isConstructorOf(simpleName) ? "<init>" : header.methodName,
                  header.parameterCount,
                  header.line,
                  tokens.previousLine()));
    }

    private void field(Header header, DeclaredType type) {
      boolean block = tokens.is('{');
      String name = header.lastWord();
      if (!block && Tokens.isWord(name)) {
        type.fields().add(name);
      }
      skipRest(header);
    }

    /** Body, or value up to the semicolon. */
    private void skipRest(Header header) {
      if (tokens.is('{')) {
        skipBalanced('{', '}');
      } else if (tokens.is('=')) {
        while (!tokens.atEnd() && !tokens.is(';') && !tokens.is('}')) {
          if (tokens.is('{')) {
            skipBalanced('{', '}');
          } else if (tokens.is('(')) {
            skipBalanced('(', ')');
          } else {
            tokens.take();
          }
        }
        if (tokens.is(';')) {
          tokens.take();
        }
      } else if (!tokens.is('}') || header.words.isEmpty()) {
        tokens.take();
      }
    }

    private void skipBalanced(char open, char close) {
      int depth = 0;
      do {
        depth += tokens.is(open) ? 1 : tokens.is(close) ? -1 : 0;
        tokens.take();
      } while (depth > 0 && !tokens.atEnd());
    }
  }

  /** What stands before a declaration's body, value or end. */
  private static final class Header {
    private final int line;
    private final List<String> words = new ArrayList<>();
    private String methodName = "";
    private int wordsBeforeParameters;
    private int parameterCount = -1;

    private Header(int line) {
      this.line = line;
    }

    private void add(String token) {
      words.add(token);
    }

    private void parameters(int count) {
      if (parameterCount < 0) {
        parameterCount = count;
        methodName = lastWord();
        wordsBeforeParameters = words.size();
      }
    }

    private String first() {
      return words.isEmpty() ? "" : words.get(0);
    }

    private String lastWord() {
      for (int i = words.size() - 1; i >= 0; i--) {
        if (Tokens.isWord(words.get(i))) {
          return words.get(i);
        }
      }
      return "";
    }

    /** Name of the class declared, null if this is no class. */
    private String typeName() {
      for (int i = 0; i + 1 < words.size(); i++) {
        String word = words.get(i);
        boolean record = word.equals("record") && parameterCount >= 0 && isRecord(i);
        if ((record || Scan.TYPES.contains(word)) && Tokens.isWord(words.get(i + 1))) {
          return words.get(i + 1);
        }
      }
      return null;
    }

    /**
     * {@code record Name(..)} or {@code record Name<T>(..)}, but not a method of a type so named.
     */
    private boolean isRecord(int i) {
      return Tokens.isWord(words.get(i + 1))
          && (wordsBeforeParameters == i + 2
              || words.size() > i + 2 && words.get(i + 2).equals("<"));
    }

    /** A constructor has no type before its name. */
    private boolean isConstructorOf(String simpleName) {
      if (!methodName.equals(simpleName)) {
        return false;
      }
      int before = wordsBeforeParameters - 2;
      return before < 0
          || Set.of("public", "protected", "private", ">").contains(words.get(before));
    }
  }
}
