package io.github.leakcheck.maven.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Duration TIME = Duration.ofMillis(1234);

  @Test
  void isOneLineWhenAllIsWell() {
    assertThat(new Summary("app", new Tally(0, 0, 0), 0, 0, 0, 0, 1214, 0, TIME).line())
        .isEqualTo("leakcheck: no leaks found in 1,214 classes of app, 1.2 s");
  }

  @Test
  void countsWhatIsShownAndWhatIsNot() {
    assertThat(new Summary("app", new Tally(2, 1, 0), 5, 4, 3, 1, 1, 2, TIME).line())
        .isEqualTo(
            "leakcheck: 2 errors and 1 warning in 1 class of app (5 outside of the change, 4 in the baseline, 3 of low confidence not shown,"
                + " 1 suppressed, 2 notes), 1.2 s");
  }

  @Test
  void neverSoundsLikeHealthWhenNothingWasLookedAt() {
    assertThat(new Summary("app", new Tally(0, 0, 0), 0, 0, 0, 0, 0, 0, TIME).line())
        .isEqualTo("leakcheck: no class of app was looked at");
  }

  @Test
  void joinsThreeKindsAsPeopleDo() {
    assertThat(new Tally(1, 2, 1).words()).isEqualTo("1 error, 2 warnings and 1 note");
  }
}
