/** Who has to end the threads of an executor, timer or thread, and does it? */
package io.github.leakcheck.check.undo.threads;
