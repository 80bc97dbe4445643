/** Do other collections lose an entry of which this one keeps its share? */
package io.github.leakcheck.check.growth.neighbours;
