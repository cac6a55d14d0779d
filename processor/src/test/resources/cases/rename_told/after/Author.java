package com.acme;

import dev.turnstone.annotations.*;

@Entity
public class Author {
    @Id long id;
    @RenamedFrom("nickname") @Column(length = 60) String handle;
}
