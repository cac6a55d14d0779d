package com.acme;

import dev.turnstone.annotations.*;

@Entity
@RenamedFrom("writer")
public class Author {
    @Id long id;
    @Unique @Index String name;
    Author mentor;
}
