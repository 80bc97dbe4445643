/**
 * Is what is registered with something that the catalogue knows taken back, as the same thing and
 * in time?
 */
package io.github.leakcheck.check.undo.registrations;
