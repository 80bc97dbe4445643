/** Is an entry taken out when what it stands for has ended, whichever end that was? */
package io.github.leakcheck.check.growth.ends;
