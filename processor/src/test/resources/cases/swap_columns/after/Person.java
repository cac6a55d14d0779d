package com.acme;

import dev.turnstone.annotations.*;

@Entity
public class Person {
    @Id long id;
    @RenamedFrom("last") String first;
    @RenamedFrom("first") String last;
}
