package io.github.leakcheck.check.undo;

import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.model.Confidence;
import java.util.Optional;

/**
 * A registration that nothing undoes.
 *
 * @param ending the method that should undo it, if the registrant has one
 */
public record Lasting(
    Registration registration,
    Kept kept,
    Source source,
    Optional<Body> ending,
    Confidence confidence) {}
