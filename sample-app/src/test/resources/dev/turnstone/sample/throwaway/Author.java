package com.example;

import dev.turnstone.annotations.Column;
import dev.turnstone.annotations.Entity;
import dev.turnstone.annotations.Id;

@Entity
class Author {

    @Id(generated = true)
    private long id;

    @Column(length = 100, nullable = false)
    private String name;
}
