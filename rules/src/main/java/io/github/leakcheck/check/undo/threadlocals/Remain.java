package io.github.leakcheck.check.undo.threadlocals;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.model.Confidence;

/**
 * Something that stays with threads.
 *
 * @param site where it is given to the thread
 * @param way body of the step that leaves it there
 * @param step that step
 */
record Remain(Site site, Confidence sure, String message, String help, Body way, int step) {}
