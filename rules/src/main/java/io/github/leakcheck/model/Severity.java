package io.github.leakcheck.model;

/** How much a leak hurts when it is real. */
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
