/** Does a removal find its entry, by the key and the equality that the entry has? */
package io.github.leakcheck.check.growth.keys;
