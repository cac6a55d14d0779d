package model;

import jakarta.persistence.*;
import java.util.*;

/** Hierarchies. */
public class Inherited {
    @MappedSuperclass public abstract static class Base<K, V> { @Id @GeneratedValue K id; V value_; @Version long version; @Column(name = "made_by") String madeBy; @ManyToOne Relations.Target target; }

    @Entity @AttributeOverride(name = "madeBy", column = @Column(name = "author", length = 12)) @AssociationOverride(name = "target", joinColumns = @JoinColumn(name = "tgt_id")) public static class Concrete extends Base<Long, String> { String own; }

    @Entity public static class ConcreteUuid extends Base<UUID, Integer> { }

    @Entity public abstract static class Single { @Id @GeneratedValue Long id; String common; int commonNumber; }
    @Entity @DiscriminatorValue("one") public static class SingleOne extends Single { int primitive; @ManyToOne(optional = false) Concrete concrete; @Basic(optional = false) String basic; @Enumerated(EnumType.STRING) Thread.State state; }
    @Entity public static class SingleTwo extends Single { boolean flag; @Column(length = 9) String text; @ElementCollection Set<String> labels; }
    @Entity public static class SingleThree extends SingleTwo { LongAdder1 adder; }
    @Embeddable public static class LongAdder1 { long sum; }

    @Entity @Inheritance(strategy = InheritanceType.JOINED) public static class Joined { @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id; String common; @ManyToMany Set<Joined> friends; }
    @Entity public static class JoinedOne extends Joined { int primitive; @ManyToMany Set<JoinedTwo> twos; }
    @Entity @PrimaryKeyJoinColumn(name = "joined_key") public static class JoinedTwo extends Joined { String text; @ManyToOne JoinedOne one; }
    @Entity public static class JoinedThree extends JoinedTwo { String deeper; }

    @Entity @Inheritance(strategy = InheritanceType.JOINED) @DiscriminatorColumn(name = "kind", discriminatorType = DiscriminatorType.INTEGER) public static class Marked { @Id int id; }
    @Entity @DiscriminatorValue("2") public static class MarkedTwo extends Marked { String text; }

    @Entity @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS) public abstract static class Union { @Id @GeneratedValue Long id; @Column(unique = true, length = 10) String common; @ManyToOne Concrete concrete; }
    @Entity public static class UnionOne extends Union { String one; }
    @Entity public static class UnionTwo extends UnionOne { String two; @ManyToOne Union any; @ElementCollection Set<String> words; }

    @Entity @SecondaryTable(name = "SecondTable", pkJoinColumns = @PrimaryKeyJoinColumn(name = "second_id")) public static class Two { @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id; String first; @Column(table = "SecondTable", name = "secondText") String second; @Column(table = "SecondTable") int number; @ManyToOne @JoinColumn(table = "SecondTable") Concrete concrete; }

    @Entity public static class Numbered { @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "tg") @TableGenerator(name = "tg", table = "my_numbers", pkColumnName = "what", valueColumnName = "num", pkColumnValue = "numbered", allocationSize = 10) int id; }
    @Entity public static class ByName { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "just_a_name") Long id; }
    @Entity @SequenceGenerator(name = "classGen", sequenceName = "class_gen_seq", allocationSize = 1) public static class ByClass { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "classGen") Long id; }
    @Entity public static class Unreferenced { @Id @GeneratedValue @SequenceGenerator(name = "unref", sequenceName = "unreferenced_seq", allocationSize = 7) Long id; }
}
