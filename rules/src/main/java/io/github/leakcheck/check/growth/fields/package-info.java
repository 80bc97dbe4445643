/** Does what a field holds live long and grow, with nothing that lets entries go? */
package io.github.leakcheck.check.growth.fields;
