package io.github.leakcheck.check.usage;

import io.github.leakcheck.facts.MethodRef;

/** A step in a method, without keeping the method's graph in memory. */
public record Site(MethodRef method, int node) {}
