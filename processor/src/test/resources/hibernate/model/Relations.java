package model;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** Relations of every kind; each nested class is an entity. */
@Entity
public class Relations {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
    @ManyToOne Target plain;
    @ManyToOne(optional = false) Target required;
    @ManyToOne @JoinColumn(name = "otherTarget", nullable = false, foreignKey = @ForeignKey(name = "FK_named")) Target named;
    @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Target free;
    @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Target cascading;
    @ManyToOne @JoinColumn(name = "target_code", referencedColumnName = "code") Target byCode;
    @OneToOne Target one;
    @OneToOne(optional = false) Target oneRequired;
    @ManyToOne Composite composite;
    @ManyToOne @JoinColumns({@JoinColumn(name = "c_b", referencedColumnName = "partB"), @JoinColumn(name = "c_a", referencedColumnName = "partA")}) Composite compositeNamed;
    @ManyToOne @JoinTable(name = "via_table") Target viaTable;
    @OneToMany(mappedBy = "owner") List<Child> children;
    @OneToMany(mappedBy = "ordered") @OrderColumn List<Child> orderedChildren;
    @OneToMany @JoinTable(name = "uni_list") List<Target> uniList;
    @OneToMany @JoinTable(name = "uni_set") Set<Target> uniSet;
    @OneToMany @JoinTable(name = "uni_ordered") @OrderColumn(name = "place") List<Target> uniOrdered;
    @OneToMany @JoinTable(name = "uni_map") Map<String, Target> uniMap;
    @OneToMany @JoinColumn(name = "relations_fk") Set<Target> inTarget;
    @ManyToMany Set<Target> manySet;
    @ManyToMany @JoinTable(name = "many_list") List<Target> manyList;
    @ManyToMany @JoinTable(name = "many_ordered") @OrderColumn List<Target> manyOrdered;
    @ManyToMany @JoinTable(name = "many_map", joinColumns = @JoinColumn(name = "rel"), inverseJoinColumns = @JoinColumn(name = "tgt")) @MapKeyColumn(name = "k", length = 20) Map<String, Target> manyMap;
    @ManyToMany @JoinTable(name = "by_target") @MapKeyJoinColumn Map<Target, Composite> byTarget;
    @ManyToMany @MapKey(name = "code") @JoinTable(name = "by_code") Map<String, Target> byMapKey;
    @ManyToMany @JoinTable(name = "bidi") Set<Composite> bidi;

    @Entity public static class Target { @Id @GeneratedValue(generator = "seqGen") @SequenceGenerator(name = "seqGen", sequenceName = "TargetSequence", initialValue = 5, allocationSize = 20) Long id; @Column(unique = true, length = 30) String code; }

    @Entity public static class Child { @Id UUID id; @ManyToOne Relations owner; @ManyToOne Relations ordered; }

    @Embeddable public static class Pk implements java.io.Serializable { String partB; int partA; public boolean equals(Object o) { return false; } public int hashCode() { return 1; } }

    @Entity public static class Composite { @EmbeddedId Pk id; @ManyToMany(mappedBy = "bidi") Set<Relations> relations; @ElementCollection Set<String> tags; }

    public static class PairId implements java.io.Serializable { public long left; public Pk right; public boolean equals(Object o) { return false; } public int hashCode() { return 1; } }

    @Entity @IdClass(PairId.class) public static class Pair { @Id @Column(name = "lft") long left; @Id @ManyToOne @JoinColumns({@JoinColumn(name = "rightA", referencedColumnName = "partA"), @JoinColumn(name = "rightB", referencedColumnName = "partB")}) Composite right; String text; }

    @Entity public static class Extension { @Id Long id; @OneToOne @MapsId Target target; String more; }

    @Embeddable public static class LineId implements java.io.Serializable { Long parent; int line; public boolean equals(Object o) { return false; } public int hashCode() { return 1; } }

    @Entity public static class Line { @EmbeddedId LineId id; @ManyToOne @MapsId("parent") Target parent; String text; }

    @Entity public static class SharedKey { @Id Long id; @OneToOne @PrimaryKeyJoinColumn Target target; }
}
