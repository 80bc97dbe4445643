/** Is a value that is bound to a thread taken away again, on all ways and by the same thread? */
package io.github.leakcheck.check.undo.threadlocals;
