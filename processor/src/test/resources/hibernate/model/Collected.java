package model;

import jakarta.persistence.*;
import java.util.*;

/** Collections of values. */
@Entity
@Table(name = "collected_table")
public class Collected {
    enum Size { S, M, L }
    @Id @GeneratedValue(strategy = GenerationType.AUTO) Integer id;
    @ElementCollection Set<String> tagNames;
    @ElementCollection List<Integer> numbers;
    @ElementCollection @OrderColumn List<String> ordered;
    @ElementCollection Map<String, Integer> scores;
    @ElementCollection @MapKeyEnumerated(EnumType.STRING) @MapKeyColumn(name = "sz") Map<Size, String> bySize;
    @ElementCollection @Enumerated(EnumType.STRING) Set<Size> sizes;
    @ElementCollection @CollectionTable(name = "named_tags", joinColumns = @JoinColumn(name = "owner_id"), indexes = @Index(columnList = "tag"), uniqueConstraints = @UniqueConstraint(columnNames = {"owner_id", "tag"})) @Column(name = "tag", length = 30, nullable = false) List<String> named;
    @ElementCollection @Column(nullable = false) Set<String> mandatory;
    @ElementCollection Set<Place> places;
    @ElementCollection @AttributeOverride(name = "street", column = @Column(name = "road")) List<Place> roads;
    @ElementCollection @CollectionTable(name = "by_other") Map<Relations.Target, String> byOther;
    @ElementCollection @Lob Set<String> lobs;
    @ElementCollection @AttributeOverrides({@AttributeOverride(name = "key.street", column = @Column(name = "key_street")), @AttributeOverride(name = "value.street", column = @Column(name = "value_street"))}) Map<Small, Small> smallMap;
    @Embedded Small small;
    @AttributeOverride(name = "inner.street", column = @Column(name = "deep_street")) Outer outer;
    Coordinates coordinates;

    @Embeddable public static class Small { String street; public boolean equals(Object o) { return false; } public int hashCode() { return 1; } }
    @Embeddable public static class Outer { @Embedded Small inner; int primitive; @Column(name = "with_column") int withColumn; @ManyToOne Relations.Target target; }
    @Embeddable public static class Place { @Column(length = 40) String street; int houseNumber; @ManyToOne Relations.Target target; @ElementCollection @jakarta.persistence.Transient List<String> none; public boolean equals(Object o) { return false; } public int hashCode() { return 1; } }
    @Embeddable public record Coordinates(double lat, double lon) {}
}
