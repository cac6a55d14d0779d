package dev.turnstone.sample;

import dev.turnstone.annotations.Column;
import dev.turnstone.annotations.Comment;
import dev.turnstone.annotations.Entity;
import dev.turnstone.annotations.Id;
import java.time.LocalDate;

/** Somebody who writes. */
@Entity
@Comment("People who write posts")
public class Author {

    @Id(generated = true)
    private long id;

    @Column(length = 100, nullable = false)
    private String name;

    @Column(length = 40, unique = true)
    private String handle;

    private LocalDate joined;
}
