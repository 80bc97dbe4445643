package io.github.leakcheck.check.undo.registrations;

import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.lifetimes.Source;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.model.Confidence;
import java.util.List;
import java.util.Optional;

/**
 * A registration that nothing undoes.
 *
 * @param repeats calls on the way from a callback that repeats it, or the one whose failure passes
 *     the undoing by
 * @param ending the method that should undo it, if the registrant has one
 */
public record Lasting(
    Registration registration,
    Kept kept,
    Source source,
    Fault fault,
    Optional<Body> ending,
    List<Site> repeats,
    Confidence confidence) {}
