package io.github.leakcheck.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Samples of every kind of case that unclosed resources come in, judged in every way: exactly the
 * marked lines are reported.
 */
final class KindsTest {
  @TestFactory
  Stream<DynamicTest> kinds(@TempDir Path work) throws IOException, InterruptedException {
    List<Sample> samples = KindRuns.samples(KindRuns.FOLDER);
    List<KindRuns> runs = KindRuns.of(KindRuns.FOLDER, work);
    System.out.println(Kinds.table(samples, runs));
    List<DynamicTest> tests = new ArrayList<>();
    for (KindRuns run : runs) {
      for (Sample sample : run.samples()) {
        String name = sample.rule() + " " + run.reports().engine();
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> assertThat(Kinds.wrong(sample, run.reports())).as(name).isEmpty()));
      }
    }
    if (KindRuns.newerJdk().isEmpty()) {
      String name = "all kinds, compiled by JDK " + KindRuns.NEWER;
      tests.add(
          DynamicTest.dynamicTest(
              name, () -> Assumptions.abort("no JDK " + KindRuns.NEWER + " found")));
    }
    return tests.stream();
  }
}
