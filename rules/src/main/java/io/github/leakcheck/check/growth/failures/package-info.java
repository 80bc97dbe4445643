/** Is an entry taken out when the work that it was made for fails or is not begun? */
package io.github.leakcheck.check.growth.failures;
