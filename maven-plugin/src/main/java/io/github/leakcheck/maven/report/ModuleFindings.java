package io.github.leakcheck.maven.report;

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
 */
public record ModuleFindings(
    String module, Path folder, Charset encoding, List<Finding> findings, List<String> notes) {

  public ModuleFindings {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
