/** The parts of the judgement "this lives long, takes in more and more, and lets nothing go". */
package io.github.leakcheck.check.growth;
