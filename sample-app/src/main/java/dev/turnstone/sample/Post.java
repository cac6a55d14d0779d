package dev.turnstone.sample;

import dev.turnstone.annotations.Action;
import dev.turnstone.annotations.Check;
import dev.turnstone.annotations.Column;
import dev.turnstone.annotations.Default;
import dev.turnstone.annotations.Entity;
import dev.turnstone.annotations.Id;
import dev.turnstone.annotations.Index;
import dev.turnstone.annotations.Reference;
import java.time.Instant;

/** What an author publishes. */
@Entity
@Index(columns = {"author", "published"})
public class Post {

    @Id(generated = true)
    private long id;

    @Reference(onDelete = Action.CASCADE)
    @Column(nullable = false)
    private Author author;

    @Column(length = 200, nullable = false)
    private String title;

    @Column(length = 200, nullable = false)
    private String slug;

    @Column(length = Column.UNLIMITED)
    private String body;

    private Instant published;

    @Column(nullable = false)
    @Default("DRAFT")
    private Status status;

    @Check("views >= 0")
    @Default("0")
    private long views;

    /** Where a post stands. */
    public enum Status {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }
}
