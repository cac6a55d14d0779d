package dev.turnstone.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTypesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "boolean x | boolean not null",
                "Boolean x | boolean",
                "byte x | tinyint not null",
                "Byte x | tinyint",
                "short x | smallint not null",
                "int x | integer not null",
                "Integer x | integer",
                "long x | bigint not null",
                "Long x | bigint",
                "float x | real not null",
                "double x | double not null",
                "Double x | double",
                "char x | char(1) not null",
                "Character x | char(1)",
                "String x | varchar(255)",
                "@Column(length = 40) String x | varchar(40)",
                "@Column(length = Column.UNLIMITED) String x | text",
                "@Column(nullable = false) String x | varchar(255) not null",
                "BigDecimal x | decimal(38,2)",
                "@Column(precision = 19) BigDecimal x | decimal(19,2)",
                "@Column(precision = 19, scale = 4) BigDecimal x | decimal(19,4)",
                "@Column(scale = 0) BigDecimal x | decimal(38,0)",
                "BigInteger x | decimal(38,0)",
                "@Column(precision = 20) BigInteger x | decimal(20,0)",
                "byte[] x | blob",
                "@Column(length = 16) byte[] x | varbinary(16)",
                "@Column(length = Column.UNLIMITED) byte[] x | blob",
                "LocalDate x | date",
                "LocalTime x | time(6)",
                "LocalDateTime x | timestamp(6)",
                "@Column(precision = 0) LocalDateTime x | timestamp(0)",
                "Instant x | timestamp_tz(6)",
                "@Column(precision = 3) OffsetDateTime x | timestamp_tz(3)",
                "UUID x | uuid",
                "DayOfWeek x | varchar(255)",
                "@Column(length = 9) DayOfWeek x | varchar(9)",
                "@Column(type = \"jsonb\") Map<String, List<String>> x | verbatim jsonb",
                "@Column(type = \"inet\", nullable = false) Object x | verbatim inet not null",
            })
    void followFromTheJavaType(String field, String expected) {
        Reading reading = Reading.of("@Entity class A { @Id long id; " + field + "; }");

        assertThat(reading.reported()).isEmpty();
        assertThat(reading.columns("a")).containsExactly("id bigint not null", "x " + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Object x; | TS-UNSUPPORTED-TYPE | x;",
                "List<String> x; | TS-UNSUPPORTED-TYPE | x;",
                "Map<String, Integer> x; | TS-UNSUPPORTED-TYPE | x;",
                "int[] x; | TS-UNSUPPORTED-TYPE | x;",
                "@Reference String x; | TS-NOT-AN-ENTITY | @Reference String",
                "@Embedded String x; | TS-INVALID-VALUE | @Embedded String",
                "@Column(type = \"int; drop table y\") String x; | TS-INVALID-VALUE | \"int; drop",
                "@Column(type = \"geometry(\") String x; | TS-INVALID-VALUE | \"geometry(",
                "@Column(length = 5) int x; | TS-INVALID-VALUE | 5) int",
                "@Column(length = 0) String x; | TS-INVALID-VALUE | 0) String",
                "@Column(length = -1) byte[] x; | TS-INVALID-VALUE | -1) byte",
                "@Column(precision = 3) String x; | TS-INVALID-VALUE | 3) String",
                "@Column(precision = 0) BigDecimal x; | TS-INVALID-VALUE | 0) BigDecimal",
                "@Column(precision = 3, scale = 4) BigDecimal x; | TS-INVALID-VALUE | 4) BigDecimal",
                "@Column(precision = 1) BigDecimal x; | TS-INVALID-VALUE | 1) BigDecimal",
                "@Column(scale = 2) BigInteger x; | TS-INVALID-VALUE | 2) BigInteger",
                "@Column(precision = 10) Instant x; | TS-INVALID-VALUE | 10) Instant",
                "@Column(length = 8) DayOfWeek x; | TS-INVALID-VALUE | 8) DayOfWeek",
                "@Column(type = \"  \") int x; | TS-INVALID-VALUE | \"  \") int",
                "@Column(type = \"int\", length = 3) int x; | TS-INVALID-VALUE | 3) int",
                "@Column(nullable = true) int x; | TS-INVALID-VALUE | true) int",
                "@Id @Column(nullable = true) Long x; | TS-INVALID-VALUE | true) Long",
                "@Id(generated = true) String x; | TS-INVALID-VALUE | true) String",
                "@Id(generated = true) @Default(\"1\") int x; | TS-INVALID-VALUE | @Default(\"1\")",
                "@Column(name = \" \") int x; | TS-INVALID-VALUE | \" \") int",
                "@Column(name = \"a\\nb\") int x; | TS-INVALID-VALUE | \"a\\nb\") int",
                "@Comment(\"a\\0b\") int x; | TS-INVALID-VALUE | \"a\\0b\") int",
                "@Default int x; | TS-INVALID-VALUE | @Default int",
                "@Default(value = \"1\", sql = \"2\") int x; | TS-INVALID-VALUE | @Default(value",
                "@Default(\"abc\") int x; | TS-INVALID-VALUE | \"abc\") int",
                "@Default(\"MONDAI\") DayOfWeek x; | TS-INVALID-VALUE | \"MONDAI\") Day",
                "@Default(sql = \"(1\") int x; | TS-INVALID-VALUE | \"(1\") int",
                "@Check(\"x > 0; drop table a\") int x; | TS-INVALID-VALUE | \"x > 0; drop",
                "@Index(columns = \"id\") int x; | TS-INVALID-VALUE | \"id\") int",
            })
    void refuseWhatContradictsItself(String field, String tag, String place) {
        Reading reading = Reading.of("@Entity class A { @Id long id; " + field + " }");

        assertThat(reading.reported()).singleElement().asString().startsWith(tag + " | " + place);
        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.fix()).isNotEmpty());
    }

    @Test
    void checkThatAnEnumHoldsOneOfItsConstants() {
        Reading reading = Reading.of("""
                @Entity class Post { @Id long id; @Default("OPEN") State state; enum State { OPEN, DONE } }
                """);

        assertThat(reading.table("post")
                        .constraint("ck_post_state")
                        .orElseThrow()
                        .toString())
                .contains("values=[DONE, OPEN]");
        assertThat(reading.table("post")
                        .column("state")
                        .orElseThrow()
                        .defaultValue()
                        .toString())
                .contains("OPEN");
    }

    @Test
    void guessWhichConstantWasMeant() {
        Reading reading = Reading.of("@Entity class A { @Id long id; @Default(\"MONDAI\") DayOfWeek day; }");

        assertThat(reading.findings().get(0).text()).contains("Did you mean 'MONDAY'?");
    }

    @Test
    void sayForACollectionThatItNeedsAnEntity() {
        Reading reading = Reading.of("@Entity class Author { @Id long id; List<String> names; }");

        assertThat(reading.findings().get(0).text()).contains("java.util.List").contains("make an entity");
        assertThat(reading.findings().get(0).fix()).contains("field of type Author");
    }
}
