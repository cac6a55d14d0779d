package model;

import jakarta.persistence.*;
import java.time.LocalDateTime;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What jakarta.persistence has since version 3.2. */
@Entity
@Table(name = "LatestTable", comment = "a table", check = @CheckConstraint(name = "CK_given", constraint = "above > 0"))
@SequenceGenerator(name = "latestGen")
public class Latest {
    enum Level { LOW, HIGH; @EnumeratedValue int code = ordinal() * 10; }
    enum Letter { A, B; @EnumeratedValue String text = "letter " + name(); }

    @Id @GeneratedValue(generator = "latestGen") Long id;
    @Column(check = @CheckConstraint(constraint = "above > 1")) int above;
    @Column(comment = "words") String commented;
    @Column(name = "with_options", options = "check (with_options > 0)") Integer options;
    @Column(name = "with_type", columnDefinition = "integer", options = "check (with_type < 9)") Integer type;
    @Column(secondPrecision = 3) LocalDateTime millis;
    Level levelCoded; @Enumerated(EnumType.STRING) Letter letterCoded;
    @ElementCollection @CollectionTable(name = "latest_words") @Column(name = "word") List<String> words;
    @ManyToMany @JoinTable(name = "latest_friends", comment = "friends") Set<Latest> friends;
    @JdbcTypeCode(SqlTypes.JSON) Map<String, String> json;
    @Embedded Version1 version;

    @Embeddable public record Version1(int major, int minor) {}

    @Entity @Inheritance(strategy = InheritanceType.JOINED) @DiscriminatorColumn(discriminatorType = DiscriminatorType.CHAR) @DiscriminatorValue("r") public static class Root { @Id @GeneratedValue(strategy = GenerationType.UUID) String id; }
    @Entity @DiscriminatorValue("x") public static class Branch extends Root { LocalDateTime changed; }
}
