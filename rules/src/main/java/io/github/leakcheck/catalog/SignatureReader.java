package io.github.leakcheck.catalog;

import io.github.leakcheck.facts.MethodRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads signatures such as {@code java.nio.file.Files#lines(_*)}. */
final class SignatureReader {
  private static final String FORM =
      "Write `package.Type#method(_*)`, `package.Type#new(java.lang.String, int)` or"
          + " `_#close()`.";
  private static final String WORD = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
  private static final Pattern NAME = Pattern.compile(WORD);
  private static final Pattern TYPE = Pattern.compile(WORD + "(\\." + WORD + ")+");
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "char", "short", "int", "long", "float", "double");

  private final Text text;
  private final int line;

  private SignatureReader(Text text, int line) {
    this.text = text;
    this.line = line;
  }

  /** The signature that a word of this line stands for. */
  static Signature read(String word, Text text, int line) {
    return new SignatureReader(text, line).signature(word);
  }

  private Signature signature(String word) {
    int hash = word.indexOf('#');
    int open = word.indexOf('(');
    if (hash < 1 || open < hash || !word.endsWith(")")) {
      throw text.error(line, "`" + word + "` is no signature", FORM);
    }
    String owner = word.substring(0, hash);
    if (!owner.equals(Signature.ANY) && !TYPE.matcher(owner).matches()) {
      throw text.error(
          line,
          "`" + owner + "` is no qualified type name",
          "Write the binary name with its package (`java.util.Map$Entry`), or `_` for any.");
    }
    String parameters = word.substring(open + 1, word.length() - 1).trim();
    return new Signature(owner, name(word.substring(hash + 1, open)), parameters(parameters));
  }

  private String name(String name) {
    if (name.equals("new")) {
      return MethodRef.CONSTRUCTOR;
    }
    if (!NAME.matcher(name).matches()) {
      throw text.error(
          line, "`" + name + "` is no method name", "Constructors are written `new`. " + FORM);
    }
    return name;
  }

  private List<String> parameters(String list) {
    if (list.equals("_*")) {
      return null;
    }
    List<String> types = new ArrayList<>();
    if (!list.isEmpty()) {
      for (String type : list.split(",", -1)) {
        types.add(parameter(type.trim()));
      }
    }
    return List.copyOf(types);
  }

  private String parameter(String type) {
    String element = type;
    while (element.endsWith("[]")) {
      element = element.substring(0, element.length() - 2);
    }
    boolean known =
        type.equals(Signature.ANY)
            || PRIMITIVES.contains(element)
            || TYPE.matcher(element).matches();
    if (!known) {
      throw text.error(
          line,
          "`" + type + "` is no parameter type",
          "Write erased binary names (`java.lang.String`, `byte[]` also for varargs), `_` for any"
              + " one, or `_*` alone for any list.");
    }
    return type;
  }

  /** The signature as apis.txt writes it. */
  static String write(Signature signature) {
    String name = signature.name().equals(MethodRef.CONSTRUCTOR) ? "new" : signature.name();
    String parameters =
        signature.parameters() == null ? "_*" : String.join(", ", signature.parameters());
    return signature.owner() + "#" + name + "(" + parameters + ")";
  }
}
