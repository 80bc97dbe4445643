package io.github.leakcheck.maven;

/**
 * A SpotBugs plugin as a user names it: {@code group:artifact[:version[:classifier]]} or a jar in
 * one text, or elements as spotbugs-maven-plugin has them. Maven fills it.
 */
public final class SpotBugsPlugin {
  private String groupId = "";
  private String artifactId = "";
  private String version = "";
  private String classifier = "";
  private String text = "";

  /** As Maven makes it from plain text. */
  public void set(String value) {
    text = value.strip();
  }

  /** As Maven makes it from elements. */
  public void setGroupId(String value) {
    groupId = value.strip();
  }

  public void setArtifactId(String value) {
    artifactId = value.strip();
  }

  public void setVersion(String value) {
    version = value.strip();
  }

  public void setClassifier(String value) {
    classifier = value.strip();
  }

  /** All in one text, as the user may have written it. */
  @Override
  public String toString() {
    if (!text.isEmpty() || groupId.isEmpty() && artifactId.isEmpty()) {
      return text;
    }
    String whole = groupId + ":" + artifactId + ":" + version + ":" + classifier;
    return whole.replaceFirst(":+$", "");
  }
}
