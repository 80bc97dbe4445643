/**
 * Which methods are a pair of which one takes back what the other does, though no catalogue says
 * so, and who calls the one alone?
 */
package io.github.leakcheck.check.undo.pairs;
