package dev.turnstone.processor.declared.jpa;

import dev.turnstone.processor.finding.SourceRef;

/**
 * A field or a getter that could be persistent.
 *
 * @param name the attribute's name
 * @param type its type, with type variables as they are written
 * @param notes its annotations
 * @param place where it stands
 */
public record JpaMember(String name, JavaType type, Notes notes, SourceRef place) {}
