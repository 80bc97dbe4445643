/**
 * The judgement "this lives long, takes in more and more, and lets nothing go" has its parts below;
 * here is what several of them ask: does a collection live long, does it grow, what lets its
 * entries go, and how is that said?
 *
 * <p>The parts know nothing of each other: {@link io.github.leakcheck.check.growth.fields} judges a
 * collection by itself; the others look for one way each in which entries are left behind: {@link
 * io.github.leakcheck.check.growth.answers}, {@link io.github.leakcheck.check.growth.bounds},
 * {@link io.github.leakcheck.check.growth.ends}, {@link io.github.leakcheck.check.growth.failures},
 * {@link io.github.leakcheck.check.growth.keys} and {@link
 * io.github.leakcheck.check.growth.neighbours}.
 */
package io.github.leakcheck.check.growth;
