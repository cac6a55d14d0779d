package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Immutable;

/** Annotations of Hibernate. */
@Entity
@SoftDelete
@Comment("a table")
public class Hibernates {
    @Id @UuidGenerator UUID id;
    @NaturalId String isbn; @NaturalId(mutable = true) @ManyToOne Inherited.Concrete concrete;
    @TenantId String tenant;
    @Array(length = 4) String[] four;
    @Generated @Column(insertable = false) String generated;
    @ElementCollection Set<String> tags;

    @Entity @Immutable public static class Old { @Id @GeneratedValue(generator = "gg") @GenericGenerator(name = "gg", strategy = "org.hibernate.id.enhanced.SequenceStyleGenerator", parameters = {@org.hibernate.annotations.Parameter(name = "sequence_name", value = "old_numbers"), @org.hibernate.annotations.Parameter(name = "increment_size", value = "5")}) Long id; }
}
