package io.github.leakcheck.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One pass over the tokens of a file. */
final class DeclarationScan {
  /** Names grow with depth; nobody nests classes like that in good faith. */
  private static final int DEPTH = 50;

  static final Set<String> TYPES = Set.of("class", "interface", "enum");

  private final Tokens tokens;
  private final List<DeclaredType> types = new ArrayList<>();
  private String packageName = "";
  private int depth;

  DeclarationScan(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Reads the whole file. */
  Declarations file() {
    while (!tokens.atEnd()) {
      DeclarationHeader header = header();
      if (header.first().equals("package")) {
        packageName = String.join("", header.words().subList(1, header.words().size()));
      } else if (header.typeName() != null) {
        type(header, packageName.isEmpty() ? "" : packageName + ".");
      } else {
        skipRest(header);
      }
    }
    return new Declarations(packageName, List.copyOf(types));
  }

  /** Tokens of a declaration up to its body, value or end, without annotations. */
  private DeclarationHeader header() {
    DeclarationHeader header = new DeclarationHeader(tokens.line());
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

  private void annotation(DeclarationHeader header) {
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

  private void type(DeclarationHeader header, String prefix) {
    if (depth == DEPTH) {
      skipRest(header);
      return;
    }
    depth++;
    String name = prefix + header.typeName();
    DeclaredType type =
        new DeclaredType(name, new HashSet<>(), new ArrayList<>(), header.line(), header.line());
    int index = types.size();
    types.add(type);
    if (tokens.is('{')) {
      tokens.take();
      if (header.words().contains("enum")) {
        constants(type);
      }
      members(type, header.typeName());
      tokens.take();
    }
    types.set(
        index,
        new DeclaredType(
            name, type.fields(), type.methods(), header.line(), tokens.previousLine()));
    depth--;
  }

  private void constants(DeclaredType type) {
    while (!tokens.atEnd() && !tokens.is(';') && !tokens.is('}')) {
      if (tokens.is('@')) {
        annotation(new DeclarationHeader(tokens.line()));
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
      DeclarationHeader header = header();
      if (header.typeName() != null) {
        type(header, type.name() + "$");
      } else if (header.parameterCount() >= 0) {
        method(header, type, simpleName);
      } else {
        field(header, type);
      }
    }
  }

  private void method(DeclarationHeader header, DeclaredType type, String simpleName) {
    skipRest(header);
    type.methods()
        .add(
            new DeclaredType.Method(
                header.isConstructorOf(simpleName) ? "<init>" : header.methodName(),
                header.parameterCount(),
                header.line(),
                tokens.previousLine()));
  }

  private void field(DeclarationHeader header, DeclaredType type) {
    boolean block = tokens.is('{');
    String name = header.lastWord();
    if (!block && Tokens.isWord(name)) {
      type.fields().add(name);
    }
    skipRest(header);
  }

  /** Body, or value up to the semicolon. */
  private void skipRest(DeclarationHeader header) {
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
    } else if (!tokens.is('}') || header.words().isEmpty()) {
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
