package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.usage.Names;
import java.util.regex.Pattern;

/** What the last words of a type's name say of the life of its objects. */
final class TypeNames {
  /** What ends with a client. */
  private static final String CONNECTION =
      "Session|Connection|Channel|Exchange|Socket|Pipeline|Transport|HandlerContext";

  /** What comes and goes many times over a connection. */
  private static final String MESSAGE = "Request|Response|Message|Query|Command|Frame|Packet";

  /** What ends with one piece of work. */
  private static final String WORK =
      "Context|Future|Promise|Stream|Transaction|Call|Task|Job|Operation|Builder|Cursor";

  private static final Pattern MESSAGES = Pattern.compile(".*(" + MESSAGE + ")");
  private static final Pattern OCCASIONS =
      Pattern.compile(".*(Event|Request|Message|Packet|Frame|" + CONNECTION + ")");
  private static final Pattern BRIEF =
      Pattern.compile(
          ".*(Event|" + CONNECTION + "|" + MESSAGE + "|" + WORK + ")(Base|Impl|Internal)?");

  private TypeNames() {}

  /** One of many that come over a connection. */
  static boolean isMessage(String type) {
    return MESSAGES.matcher(Names.simple(type)).matches();
  }

  /** What a method is handed once for each client or event. */
  static boolean isOccasion(String type) {
    return OCCASIONS.matcher(Names.simple(type)).matches();
  }

  /** What ends soon, or with who uses it. */
  static boolean isBrief(String type) {
    return BRIEF.matcher(Names.simple(type)).matches();
  }
}
