/**
 * Does a task or future let go of what it was made for, once that has ended or the task is
 * cancelled?
 */
package io.github.leakcheck.check.undo.tasks;
