package io.github.leakcheck.check.growth;

import io.github.leakcheck.check.usage.Key;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.model.Confidence;

/**
 * One place where a collection grows, again and again.
 *
 * @param sure how sure it is that it grows without end
 * @param data whether the key is plain data, such as a text
 * @param memo whether the code looks the key up before it adds it, as a cache does
 * @param work whether the entry stands for work begun in the same method, such as a future
 * @param returned whether the method makes what it adds under the key of its caller, and returns it
 */
public record Growth(
    Use use,
    Key key,
    Confidence sure,
    boolean memo,
    boolean data,
    boolean work,
    boolean returned) {}
