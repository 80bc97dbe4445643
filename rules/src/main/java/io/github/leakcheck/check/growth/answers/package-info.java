/**
 * What becomes of an entry that waits for an answer, a visitor or a result which does not come or
 * is not fetched?
 */
package io.github.leakcheck.check.growth.answers;
