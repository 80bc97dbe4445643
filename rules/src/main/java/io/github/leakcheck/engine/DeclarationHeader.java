package io.github.leakcheck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What stands before a declaration's body, value or end. */
final class DeclarationHeader {
  private final int line;
  private final List<String> words = new ArrayList<>();
  private String methodName = "";
  private int wordsBeforeParameters;
  private int parameterCount = -1;

  DeclarationHeader(int line) {
    this.line = line;
  }

  int line() {
    return line;
  }

  /** All words and signs but annotations and parameters. */
  List<String> words() {
    return words;
  }

  String methodName() {
    return methodName;
  }

  /** -1 if there are no parentheses. */
  int parameterCount() {
    return parameterCount;
  }

  void add(String token) {
    words.add(token);
  }

  void parameters(int count) {
    if (parameterCount < 0) {
      parameterCount = count;
      methodName = lastWord();
      wordsBeforeParameters = words.size();
    }
  }

  String first() {
    return words.isEmpty() ? "" : words.get(0);
  }

  String lastWord() {
    for (int i = words.size() - 1; i >= 0; i--) {
      if (Tokens.isWord(words.get(i))) {
        return words.get(i);
      }
    }
    return "";
  }

  /** Name of the class declared, null if this is no class. */
  String typeName() {
    for (int i = 0; i + 1 < words.size(); i++) {
      String word = words.get(i);
      boolean record = word.equals("record") && parameterCount >= 0 && isRecord(i);
      if ((record || DeclarationScan.TYPES.contains(word)) && Tokens.isWord(words.get(i + 1))) {
        return words.get(i + 1);
      }
    }
    return null;
  }

  /** {@code record Name(..)} or {@code record Name<T>(..)}, but not a method of a type so named. */
  private boolean isRecord(int i) {
    return Tokens.isWord(words.get(i + 1))
        && (wordsBeforeParameters == i + 2 || words.size() > i + 2 && words.get(i + 2).equals("<"));
  }

  /** A constructor has no type before its name. */
  boolean isConstructorOf(String simpleName) {
    if (!methodName.equals(simpleName)) {
      return false;
    }
    int before = wordsBeforeParameters - 2;
    return before < 0 || Set.of("public", "protected", "private", ">").contains(words.get(before));
  }
}
