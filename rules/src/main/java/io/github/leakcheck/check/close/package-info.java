/**
 * {@code must-close}: acquired here, released on every path? One instance is followed at a time (a
 * typestate analysis in the manner of ESP: Das, Lerner, Seigle, "ESP: path-sensitive program
 * verification in polynomial time", PLDI 2002): which of several instances of one acquisition is
 * meant is chosen when it is acquired, so that loops need no counting.
 *
 * <p>In a line: {@link io.github.leakcheck.check.close.Value} - {@link
 * io.github.leakcheck.check.close.PathState} - {@link io.github.leakcheck.check.close.Transfer} -
 * {@link io.github.leakcheck.check.close.Exploration} - {@link
 * io.github.leakcheck.check.close.Verdict}. What a call means comes from {@link
 * io.github.leakcheck.check.close.Classifier}: catalogue first, then {@link
 * io.github.leakcheck.check.close.Summaries} of the called body.
 */
package io.github.leakcheck.check.close;
