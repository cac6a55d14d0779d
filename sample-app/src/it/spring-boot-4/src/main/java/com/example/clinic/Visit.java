package com.example.clinic;

import dev.turnstone.annotations.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import lombok.Getter;
import lombok.Setter;

@Entity
@Getter
@Setter
public class Visit extends BaseEntity {

    @ManyToOne(optional = false)
    private Pet pet;

    private Instant at;

    private String notes;

    /** In cents. */
    @Convert(using = "fee * 100", back = "fee / 100.0")
    private Long fee;
}
