/** The parts of the judgement "something short-lived is reachable from something long-lived". */
package io.github.leakcheck.check.outlive;
