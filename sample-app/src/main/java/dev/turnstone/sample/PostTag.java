package dev.turnstone.sample;

import dev.turnstone.annotations.Action;
import dev.turnstone.annotations.Entity;
import dev.turnstone.annotations.Id;
import dev.turnstone.annotations.Reference;

/**
 * Says that a post is about a subject; the explicit join entity of posts and tags.
 *
 * @param post the post
 * @param tag the subject
 */
@Entity
public record PostTag(
        @Id @Reference(onDelete = Action.CASCADE) Post post,
        @Id @Reference Tag tag) {}
