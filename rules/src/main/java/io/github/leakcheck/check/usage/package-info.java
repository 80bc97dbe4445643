/**
 * Who calls, makes, reads and writes what in the classes to judge, and where values come from: what
 * a check needs that asks whether anything in the whole program undoes something.
 */
package io.github.leakcheck.check.usage;
