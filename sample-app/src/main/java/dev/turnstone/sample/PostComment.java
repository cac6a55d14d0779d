package dev.turnstone.sample;

import dev.turnstone.annotations.Action;
import dev.turnstone.annotations.Column;
import dev.turnstone.annotations.Entity;
import dev.turnstone.annotations.Id;
import dev.turnstone.annotations.Index;
import dev.turnstone.annotations.Reference;
import java.time.Instant;

/**
 * What a reader says of a post.
 *
 * @param id its number
 * @param post the post
 * @param author the reader, where it is one of the authors
 * @param text what was said
 * @param written when
 */
@Entity
public record PostComment(
        @Id(generated = true) long id,

        @Reference(onDelete = Action.CASCADE) @Column(nullable = false)
        Post post,

        @Reference(onDelete = Action.SET_NULL) @Index Author author,
        @Column(length = 2000, nullable = false) String text,
        @Column(nullable = false) Instant written) {}
