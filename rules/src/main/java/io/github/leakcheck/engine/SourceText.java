package io.github.leakcheck.engine;

import io.github.leakcheck.model.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The text of one source file; its lines when somebody asks for them, which is seldom. */
final class SourceText {
  private final String text;
  private final boolean clean;
  private List<String> lines;

  private SourceText(String text, boolean clean) {
    this.text = text;
    this.clean = clean;
  }

  /** Reads a file. Throws {@link UncheckedIOException} if it cannot be read. */
  static SourceText read(Path file, Charset encoding) {
    try {
      return decode(Files.readAllBytes(file), encoding);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SourceText decode(byte[] bytes, Charset encoding) {
    try {
      return of(encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), true);
    } catch (CharacterCodingException e) {
      return of(new String(bytes, encoding), false);
    }
  }

  private static SourceText of(String text, boolean clean) {
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new SourceText(body, clean);
  }

  String text() {
    return text;
  }

  /** False if the bytes are not text of the declared encoding; odd characters are replaced then. */
  boolean clean() {
    return clean;
  }

  List<String> lines() {
    if (lines == null) {
      lines = split(text);
    }
    return lines;
  }

  /** Lines end as the Java Language Specification (3.4) says; what follows the last end is one. */
  private static List<String> split(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(start, i));
        i += c == '\r' && text.startsWith("\n", i + 1) ? 1 : 0;
        start = i + 1;
      }
    }
    lines.add(text.substring(start));
    return List.copyOf(lines);
  }

  /** The line (from 1) without its end; empty if there is no such line. */
  String line(int number) {
    return number >= 1 && number <= lines().size() ? lines().get(number - 1) : "";
  }

  /** The region of the line's text without blanks around it; only the line if it is blank. */
  Span trimmed(int number) {
    String line = line(number);
    String text = line.strip();
    if (text.isEmpty()) {
      return Span.ofLine(number);
    }
    int start = line.indexOf(text);
    return new Span(number, start + 1, number, start + text.length() + 1);
  }
}
