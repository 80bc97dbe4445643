package io.github.leakcheck.facts;

/**
 * A field as code names it.
 *
 * @param owner class that declares it (the static type of the access if unresolved), binary name
 *     with dots
 * @param type erased type, {@link MethodRef#UNKNOWN} if unresolved
 */
public record FieldRef(String owner, String name, String type, boolean isStatic) {}
