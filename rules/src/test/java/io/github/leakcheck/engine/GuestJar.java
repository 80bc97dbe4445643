package io.github.leakcheck.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A SpotBugs plugin as a user would write one. */
final class GuestJar {
  /**
   * Reports every call of {@code System.gc()}, and surely only where what the core gathers for all
   * is there.
   */
  private static final String DETECTOR =
      """
      package guest;

      import edu.umd.cs.findbugs.BugInstance;
      import edu.umd.cs.findbugs.BugReporter;
      import edu.umd.cs.findbugs.bcel.OpcodeStackDetector;
      import edu.umd.cs.findbugs.classfile.Global;
      import edu.umd.cs.findbugs.plan.ExecutionPlan;

      public class Collects extends OpcodeStackDetector {
        private final BugReporter reporter;

        public Collects(BugReporter reporter) {
          this.reporter = reporter;
        }

        @Override
        public void sawOpcode(int seen) {
          if (seen == org.apache.bcel.Const.INVOKESTATIC && getNameConstantOperand().equals("gc")) {
            ExecutionPlan plan = Global.getAnalysisCache().getDatabase(ExecutionPlan.class);
            boolean served = plan.isActive("edu.umd.cs.findbugs.detect.FieldItemSummary");
            reporter.reportBug(
                new BugInstance(this, "GUEST_GC", served ? HIGH_PRIORITY : LOW_PRIORITY)
                    .addClassAndMethod(this)
                    .addSourceLine(this));
          }
        }
      }
      """;

  static final String DESCRIPTOR =
      """
      <FindbugsPlugin pluginid="guest" provider="us" website="https://example.org">
        <Detector class="guest.Collects" speed="fast" reports="GUEST_GC"/>
        <BugPattern abbrev="GST" type="GUEST_GC" category="PERFORMANCE"/>
      </FindbugsPlugin>
      """;

  private static final String MESSAGES =
      """
      <MessageCollection>
        <Plugin><ShortDescription>guest</ShortDescription><Details>guest</Details></Plugin>
        <Detector class="guest.Collects"><Details>gc</Details></Detector>
        <BugPattern type="GUEST_GC">
          <ShortDescription>Collects garbage itself</ShortDescription>
          <LongDescription>{1} collects garbage itself</LongDescription>
          <Details><![CDATA[<p>Leave it to the <b>JVM</b>.</p>]]></Details>
        </BugPattern>
        <BugCode abbrev="GST">guest</BugCode>
      </MessageCollection>
      """;

  private GuestJar() {}

  static Path in(Path folder, String descriptor) throws IOException {
    Path source = Files.createDirectories(folder.resolve("guest")).resolve("Collects.java");
    Files.writeString(source, DETECTOR);
    String[] options = {
      "-proc:none", "-cp", System.getProperty("java.class.path"), source.toString()
    };
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options) != 0) {
      throw new IllegalStateException("the guest does not compile");
    }
    Path jar = folder.resolve("guest.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, "findbugs.xml", descriptor.getBytes(StandardCharsets.UTF_8));
      add(out, "messages.xml", MESSAGES.getBytes(StandardCharsets.UTF_8));
      add(out, "guest/Collects.class", Files.readAllBytes(source.resolveSibling("Collects.class")));
    }
    return jar;
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
