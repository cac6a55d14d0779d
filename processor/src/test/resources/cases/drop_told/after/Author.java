package com.acme;

import dev.turnstone.annotations.*;

@Entity
@Dropped(value = "nickname", reason = "nobody used it")
public class Author {
    @Id long id;
}
