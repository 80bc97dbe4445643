package io.github.leakcheck.maven.filter;

import io.github.leakcheck.model.Finding;
import java.util.List;
import java.util.function.UnaryOperator;

/** Findings in, fewer out, in the same order. */
public interface Filter extends UnaryOperator<List<Finding>> {}
