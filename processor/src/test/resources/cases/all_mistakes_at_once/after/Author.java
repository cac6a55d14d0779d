package com.acme;

import dev.turnstone.annotations.*;

@Entity
@Index(columns = "nmae")
public class Author {
    @Id(generated = true) String id;
    Thread thread;
    @Column(precision = 3) String name;
    @Default("maybe") boolean active;
    java.util.List<String> tags;
}
