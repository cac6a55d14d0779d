package com.acme;

import dev.turnstone.annotations.*;

@Entity
public class Hen {
    @Id long id;
    Egg from;
}
