package model;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.*;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import org.hibernate.annotations.*;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcType;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.*;
import org.hibernate.type.descriptor.jdbc.*;

/** What published sets of entities have, and nothing else in this model. */
@Entity
public class Published {
    enum Level { LOW, HIGH }
    @Id int id;
    @OneToMany @CollectionTable(name = "published_parts", joinColumns = @JoinColumn(name = "whole_id")) List<Part> parts;
    @ManyToMany @CollectionTable(name = "published_links") Set<Part> links;
    @CollectionId(column = @Column(name = "row_no"), generator = "increment") @CollectionIdJavaType(LongJavaType.class) @ElementCollection List<String> numbered;
    @CollectionId(generator = "increment") @CollectionIdJdbcTypeCode(SqlTypes.INTEGER) @ManyToMany @JoinTable(name = "published_numbered_parts") List<Part> numberedParts;
    @ElementCollection @Convert(attributeName = "key", converter = NumberConverter.class) Map<Integer, String> byNumber;
    @ElementCollection @Convert(converter = NumberConverter.class) @Enumerated Map<Integer, Level> levels;
    @ElementCollection @Convert(attributeName = "value", converter = NumberConverter.class) Map<Level, Integer> numbers;
    @JdbcTypeCode(SqlTypes.DECIMAL) BigDecimal amount;
    @JdbcTypeCode(SqlTypes.DECIMAL) @Column(precision = 19, scale = 2) BigDecimal exact;
    @Column(name = "same", nullable = false, insertable = false, updatable = false) String aFirst;
    @Column(name = "same", length = 20) String bSecond;

    @Column(name = "`order`") Level inQuotes;
    @ElementCollection @OrderColumn(name = "`group`") @CollectionTable(name = "published_ordered") List<String> ordered;

    @JdbcType(VarcharJdbcType.class) UUID asText;
    @JdbcType(CharJdbcType.class) @Column(length = 4) String fixed;
    @JdbcType(LongVarcharJdbcType.class) String lengthy;
    @JdbcType(VarbinaryJdbcType.class) byte[] bytes;
    @JdbcType(LongVarbinaryJdbcType.class) byte[] longBytes;
    @JdbcType(BinaryJdbcType.class) @Column(length = 16) byte[] digest;
    @JdbcType(UUIDJdbcType.class) UUID uuid;
    @JdbcType(IntegerJdbcType.class) Long narrow;
    @JdbcType(BigIntJdbcType.class) Integer wide;
    @JdbcType(SmallIntJdbcType.class) Boolean flag;
    @JdbcType(TinyIntJdbcType.class) Integer tiny;
    @JdbcType(NumericJdbcType.class) BigDecimal number;
    @JdbcType(DecimalJdbcType.class) BigDecimal decimals;
    @JdbcType(DoubleJdbcType.class) Double precise;
    @JdbcType(TimestampJdbcType.class) java.time.Instant moment;
    @JdbcType(DateJdbcType.class) java.time.LocalDate day;
    @JdbcType(VarcharJdbcType.class) Level named;
    @JavaType(StringJavaType.class) String plain;
    @JavaType(LongJavaType.class) Long number2;

    @Entity public static class Part { @Id int id; }

    @Converter public static class NumberConverter implements AttributeConverter<Integer, String> {
        public String convertToDatabaseColumn(Integer number) { return number == null ? null : number.toString(); }
        public Integer convertToEntityAttribute(String text) { return text == null ? null : Integer.valueOf(text); }
    }

    public static class PairId implements java.io.Serializable { Long number; Integer part; public boolean equals(Object o) { return false; } public int hashCode() { return 1; } }
    @Entity @IdClass(PairId.class) public static class Pair {
        @Id @SequenceGenerator(name = "pairs", sequenceName = "pair_numbers", allocationSize = 5) @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pairs") Long number;
        @Id Integer part;
    }

    @Embeddable public static class InnerId implements java.io.Serializable { @SequenceGenerator(name = "inners", sequenceName = "inner_numbers") @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inners") Long number; Integer part; public boolean equals(Object o) { return false; } public int hashCode() { return 1; } }
    @Entity public static class Inner { @EmbeddedId InnerId id; }

    public static class OwnGenerator extends org.hibernate.id.enhanced.SequenceStyleGenerator {}
    @Entity public static class OwnNumbers { @Id @GeneratedValue(generator = "own_numbers") @GenericGenerator(name = "own_numbers", type = OwnGenerator.class) Long id; }

    @Entity public static class Zoo { @Id int id; @Column(length = 11) String label; }
    @Entity public static class Aquarium extends Zoo { @Column(name = "label", length = 99, insertable = false, updatable = false) String other; int fish; }
}
