/** Does the source of a registration outlast who registers with it? */
package io.github.leakcheck.check.undo.lifetimes;
