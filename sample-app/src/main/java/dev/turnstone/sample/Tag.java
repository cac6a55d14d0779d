package dev.turnstone.sample;

import dev.turnstone.annotations.Column;
import dev.turnstone.annotations.Entity;
import dev.turnstone.annotations.Id;

/**
 * A subject that posts have in common.
 *
 * @param code its short name, which never changes
 * @param label how people read it
 */
@Entity
public record Tag(
        @Id @Column(length = 30) String code,
        @Column(length = 80, nullable = false) String label) {}
