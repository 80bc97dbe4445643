/**
 * The judgement "registered or started here, and never lasting" has its parts below; here is what
 * several of them ask: which call undoes another, what runs at the end of an object, and what runs
 * in between.
 *
 * <p>The parts are {@link io.github.leakcheck.check.undo.registrations}, which rests on {@link
 * io.github.leakcheck.check.undo.lifetimes} and {@link io.github.leakcheck.check.undo.pairs};
 * {@link io.github.leakcheck.check.undo.threads} and, above it, {@link
 * io.github.leakcheck.check.undo.tasks}; and {@link io.github.leakcheck.check.undo.threadlocals}.
 */
package io.github.leakcheck.check.undo;
