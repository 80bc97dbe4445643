/** Is the bound missing that the code reckons with, or is what looks after it not run? */
package io.github.leakcheck.check.growth.bounds;
