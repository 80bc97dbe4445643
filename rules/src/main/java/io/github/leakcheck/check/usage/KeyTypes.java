package io.github.leakcheck.check.usage;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.TypeFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the type and the name of a key say of how many there are. */
public final class KeyTypes {
  private static final Set<String> FINITE =
      Set.of(
          "boolean",
          "byte",
          "short",
          "char",
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Character",
          "java.util.Locale",
          "java.nio.charset.Charset",
          "java.util.TimeZone",
          "java.time.ZoneId",
          "java.time.ZoneOffset",
          "java.util.Currency",
          "java.util.concurrent.TimeUnit",
          "java.util.logging.Level",
          "java.lang.Package",
          "java.security.Provider",
          "java.nio.file.FileStore",
          "java.nio.file.FileSystem",
          "java.util.ResourceBundle");
  private static final Set<String> CLASSES =
      Set.of(
          "java.lang.Class",
          "java.lang.reflect.Type",
          "java.lang.reflect.Member",
          "java.lang.reflect.AnnotatedElement",
          "java.lang.invoke.MethodType",
          "java.lang.Module",
          "java.beans.PropertyDescriptor",
          "java.lang.annotation.Annotation",
          "java.io.ObjectStreamClass");
  private static final Set<String> FEW_NAMES =
      Set.of(
          "perms",
          "permissions",
          "flags",
          "mask",
          "bits",
          "mode",
          "type",
          "kind",
          "level",
          "code",
          "status",
          "port",
          "version",
          "size",
          "length",
          "scale",
          "precision",
          "order",
          "locale",
          "encoding",
          "charset",
          "charsetname",
          "charsetName",
          "language",
          "zone",
          "zoneid",
          "timezone",
          "algorithm",
          "protocol",
          "scheme",
          "unit",
          "dialect",
          "extension",
          "suffix",
          "prefix",
          "category",
          "profile",
          "region",
          "country",
          "currency",
          "mechanism",
          "package",
          "packagename",
          "driver",
          "driverclass",
          "domain",
          "classname");

  /** Last words of names that say the same. */
  private static final Set<String> FEW_WORDS =
      Set.of(
          "code",
          "country",
          "language",
          "locale",
          "charset",
          "encoding",
          "zone",
          "algorithm",
          "protocol",
          "scheme",
          "dialect",
          "currency",
          "unit",
          "level",
          "mode",
          "version",
          "port");

  /** Last words of types whose objects live long and are few themselves. */
  private static final Set<String> FEW_TYPES =
      Set.of("registry", "logger", "server", "engine", "environment", "descriptor", "runtime");

  private final World world;

  public KeyTypes(World world) {
    this.world = world;
  }

  /** The key, or a smaller domain if values of the type are few. */
  Key bounded(String type, Key key) {
    if (isFinite(type)) {
      return Key.FINITE;
    }
    if (world.types().isSubtype(type, "java.lang.ClassLoader")) {
      return new Key(Domain.LOADERS, "class loader");
    }
    if (CLASSES.stream().anyMatch(known -> world.types().isSubtype(type, known))) {
      return key.atMost(Domain.CLASSES);
    }
    boolean few = isInt(type) || FEW_TYPES.contains(lastWord(Names.simple(type)));
    return few ? key.atMost(Domain.FEW) : key;
  }

  /** Ints are mostly sizes, codes and masks unless something says that they are identities. */
  private static boolean isInt(String type) {
    return type.equals("int") || type.equals("java.lang.Integer");
  }

  boolean isFinite(String type) {
    return type.endsWith("TimeZone")
        || FINITE.stream().anyMatch(known -> world.types().isSubtype(type, known))
        || world.types().isSubtype(type, "java.lang.Enum");
  }

  /** The key that a parameter makes. */
  Key named(String type, String name, String method) {
    String word = name.toLowerCase(Locale.ROOT);
    String what = name.isEmpty() ? "argument" : "`" + name + "`";
    Key key = new Key(Domain.OPEN, what + " given to `" + method + "()`");
    Key ofType = bounded(type, key);
    if (ofType.domain().isClasses()) {
      return ofType;
    }
    if (isFew(name)) {
      return key.atMost(Domain.FEW);
    }
    if (isInt(type) && (word.endsWith("id") || word.contains("hash"))) {
      return key;
    }
    return ofType;
  }

  /** Whether the name of a variable or getter tells of something of which there are few. */
  static boolean isFew(String name) {
    String plain = name.startsWith("get") && name.length() > 3 ? name.substring(3) : name;
    String whole = plain.toLowerCase(Locale.ROOT);
    return FEW_NAMES.contains(whole)
        || whole.endsWith("classname")
        || FEW_WORDS.contains(lastWord(plain));
  }

  private static String lastWord(String name) {
    int last = name.length() - 1;
    while (last > 0 && !Character.isUpperCase(name.charAt(last))) {
      last--;
    }
    return name.substring(Math.max(last, 0)).toLowerCase(Locale.ROOT);
  }

  /** Whether no two objects of the class are equal, as far as its declaration is known. */
  public boolean hasIdentityEquality(String type) {
    MethodRef equals = new MethodRef(type, "equals", List.of("java.lang.Object"), "boolean");
    for (String owner : world.types().supertypes(type)) {
      Optional<TypeFacts> facts = world.program().type(owner);
      if (facts.isEmpty()) {
        return false;
      }
      boolean declares = facts.get().method(equals).isPresent();
      boolean values = Access.has(facts.get().access(), Access.RECORD | Access.ENUM);
      if (!owner.equals("java.lang.Object") && !facts.get().isInterface() && (declares || values)) {
        return false;
      }
    }
    return true;
  }
}
