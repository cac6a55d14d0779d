package com.acme;

import dev.turnstone.annotations.*;

@Entity
public class Person {
    @Id long id;
    String first;
    String last;
}
