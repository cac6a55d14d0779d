package com.acme;

import dev.turnstone.annotations.*;

@Entity
public class Writer {
    @Id long id;
    @Unique @Index String name;
    Writer mentor;
}
