package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.DeclaredEntity;
import dev.turnstone.processor.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What comes of reading one type.
 *
 * @param entity the entity; empty if the type cannot be one, or if something it needs is unresolved
 * @param findings what is wrong with it
 * @param accepts what {@code @Accept} says on it and on what it consists of; the same one may be met several times
 * @param unresolved whether the type mentions one that does not exist yet, so that it must be read again in a later
 *     round; it says nothing about the schema now
 */
public record ReadResult(
        Optional<DeclaredEntity> entity, List<Finding> findings, List<Accept> accepts, boolean unresolved) {
    /** Copies the lists. */
    public ReadResult {
        findings = List.copyOf(findings);
        accepts = List.copyOf(accepts);
    }
}
