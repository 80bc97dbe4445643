package io.github.leakcheck.engine;

import io.github.leakcheck.model.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What guests found. */
record GuestReport(List<Finding> findings, Collection<GuestRule> rules) {
  static final GuestReport NOTHING = new GuestReport(List.of(), List.of());

  GuestReport {
    findings = List.copyOf(findings);
    rules = List.copyOf(rules);
  }

  /** Takes findings one by one, from any thread. */
  static final class Collector {
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, GuestRule> rules = new TreeMap<>();

    synchronized void add(Finding finding, GuestRule rule) {
      findings.add(finding);
      rules.putIfAbsent(rule.id(), rule);
    }

    synchronized GuestReport report() {
      return new GuestReport(findings, rules.values());
    }
  }
}
