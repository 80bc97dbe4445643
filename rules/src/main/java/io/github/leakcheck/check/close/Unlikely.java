package io.github.leakcheck.check.close;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of the platform that declare a checked exception which hardly ever comes. */
final class Unlikely {
  private static final List<String> READING = List.of("java.io.InputStream", "java.io.Reader");

  /** Files that keep nothing back which their end would still have to write. */
  private static final List<String> UNBUFFERED =
      List.of("java.io.RandomAccessFile", "java.nio.channels.SeekableByteChannel");

  /** What an open stream or channel is asked about itself, or where it is to go on. */
  private static final Set<String> QUESTIONS = Set.of("available", "size", "position");

  private static final List<String> ASKED =
      List.of("java.io.InputStream", "java.nio.channels.SeekableByteChannel");

  private static final Set<String> PARSERS =
      Set.of("javax.xml.parsers.SAXParser", "org.xml.sax.XMLReader");

  private static final Set<String> SETTINGS = Set.of("getXMLReader", "setProperty", "setFeature");

  private static final String LOCK = "java.nio.channels.FileLock";

  /** What a naming context takes down for later is not sent anywhere. */
  private static final Set<String> NOTES = Set.of("addToEnvironment", "removeFromEnvironment");

  private final Types types;

  Unlikely(Types types) {
    this.types = types;
  }

  /** How likely the exceptions are that the call declares; empty if nothing special is known. */
  Optional<Likelihood> of(MethodRef callee) {
    if (isEndOf(READING, callee) || isEndOf(UNBUFFERED, callee) || unlocks(callee)) {
      return Optional.of(Likelihood.ENDING);
    }
    return asks(callee) || setsUp(callee) || notes(callee)
        ? Optional.of(Likelihood.SELDOM)
        : Optional.empty();
  }

  private boolean isEndOf(List<String> types, MethodRef callee) {
    return callee.name().equals("close")
        && callee.parameters().isEmpty()
        && isOneOf(callee.owner(), types);
  }

  /** A lock that is held is given up without writing anything. */
  private static boolean unlocks(MethodRef callee) {
    return callee.owner().equals(LOCK) && Set.of("release", "close").contains(callee.name());
  }

  private boolean notes(MethodRef callee) {
    return NOTES.contains(callee.name()) && types.isSubtype(callee.owner(), "javax.naming.Context");
  }

  private boolean asks(MethodRef callee) {
    return QUESTIONS.contains(callee.name()) && isOneOf(callee.owner(), ASKED);
  }

  /** A parser that is not what the program asks for is never that, whatever is to be parsed. */
  private static boolean setsUp(MethodRef callee) {
    return PARSERS.contains(callee.owner()) && SETTINGS.contains(callee.name());
  }

  private boolean isOneOf(String type, List<String> supertypes) {
    return supertypes.stream().anyMatch(supertype -> types.isSubtype(type, supertype));
  }
}
