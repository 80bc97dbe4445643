/** The parts of the judgement "registered or started here, and never lasting". */
package io.github.leakcheck.check.undo;
