package com.acme;

import dev.turnstone.annotations.*;

@Entity
public class Egg {
    @Id long id;
    @Reference(onDelete = Action.CASCADE) Hen by;
}
