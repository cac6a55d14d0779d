package com.acme;

import dev.turnstone.annotations.*;

@Entity
public record Task(@Id(generated = true) long id, State state) {
    public enum State { OPEN, RUNNING, DONE }
}
