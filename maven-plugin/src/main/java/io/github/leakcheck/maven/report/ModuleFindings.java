package io.github.leakcheck.maven.report;

import io.github.leakcheck.engine.GuestRule;
import io.github.leakcheck.model.Finding;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * What was found in one module.
 *
 * @param module name, unique in the build ({@code groupId:artifactId})
 * @param folder absolute path of the module
 * @param encoding of its sources
 * @param findings those to report
 * @param notes one line each: what could not be looked into
 * @param guests rules of others that findings are of
 */
public record ModuleFindings(
    String module,
    Path folder,
    Charset encoding,
    List<Finding> findings,
    List<String> notes,
    List<GuestRule> guests) {

  public ModuleFindings {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
    guests = List.copyOf(guests);
  }

  /** Without guests. */
  public ModuleFindings(
      String module, Path folder, Charset encoding, List<Finding> findings, List<String> notes) {
    this(module, folder, encoding, findings, notes, List.of());
  }
}
