package com.acme;

import dev.turnstone.annotations.*;

@Entity
public class Author {
    @Id long id;
    @Column(length = 40) String nickname;
}
