package io.github.leakcheck.maven.report;

import io.github.leakcheck.maven.text.SourceText;
import io.github.leakcheck.model.Finding;
import io.github.leakcheck.model.Member;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What makes a finding the same one tomorrow. Made from source text alone: lines may be added above
 * it and the code be formatted anew, and it is the same with and without class files.
 */
final class Identity {
  /** How SARIF calls it. */
  static final String NAME = "leakcheck/v1";

  private static final int DIGITS = 32;

  private Identity() {}

  /** Digest of the finding's identity. Equal code in one member has equal identities. */
  static String of(Finding finding, Path moduleFolder, SourceText source) {
    Member member = finding.place().member();
    String whole =
        String.join(
            "\n",
            finding.rule(),
            path(finding.place().file(), moduleFolder),
            simpleClass(member.className()),
            member.name(),
            source.expression(finding.place().span()),
            source.statement(finding.place().span()));
    return digest(whole);
  }

  private static String path(String file, Path moduleFolder) {
    Path path = Path.of(file).normalize();
    Path module = moduleFolder.toAbsolutePath().normalize();
    if (path.startsWith(module)) {
      return SourceRoot.encoded(module.relativize(path));
    }
    // Outside of the module only the name is the same on another machine.
    return String.valueOf(path.getFileName());
  }

  private static String simpleClass(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1);
  }

  private static String digest(String whole) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
