package dev.turnstone.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NullabilityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Entity class A { @Id long id; String x; } | false",
                "@Entity class A { @Id long id; @NonNull String x; } | true",
                "@Entity class A { @Id long id; byte @NonNull [] x; } | true",
                "@Entity class A { @Id long id; @NonNull Integer[] y() { return null; } String x; } | false",
                "@Entity class A { @Id long id; java.time.@NonNull LocalDate x; } | true",
                "@Entity record A(@Id long id, @NonNull String x) {} | true",
                "@Entity @NullMarked class A { @Id long id; String x; } | true",
                "@Entity @NullMarked class A { @Id long id; @Nullable String x; } | false",
                "@Entity @NullMarked record A(@Id long id, @Nullable String x) {} | false",
                "@Entity @NullMarked class A { @Id long id; byte @Nullable [] x; } | false",
                "@Entity @NullMarked class A { @Id long id; @Column(nullable = true) String x; } | false",
                "@Entity class A { @Id long id; @Column(nullable = true) @NonNull String x; } | false",
                "@Entity class A { @Id long id; @Column(nullable = false) @Nullable String x; } | true",
                "@NullMarked class O { @Entity static class A { @Id long id; String x; } } | true",
                "@NullMarked class O { @Entity @NullUnmarked static class A { @Id long id; String x; } } | false",
                "@NullMarked class S<T extends @Nullable Object> { } @Entity class A { @Id long id; String x; } | false",
                "@MappedSuperclass @NullMarked class S { String x; } @Entity class A extends S { @Id long id; } | true",
                "@MappedSuperclass @NullMarked class S<T extends @Nullable Object> { T x; } "
                        + "@Entity class A extends S<@Nullable String> { @Id long id; } | false",
                "@MappedSuperclass @NullMarked class S<T extends @Nullable Object> { T x; } "
                        + "@Entity class A extends S<String> { @Id long id; } | true",
            })
    void followsJSpecify(String source, boolean notNull) {
        Reading reading = Reading.of(source);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.table("a").column("x").orElseThrow().nullable()).isNotEqualTo(notNull);
    }

    @Test
    void followsTheMarkOnThePackage() {
        Reading reading = Reading.of(
                "@Entity class A { @Id long id; String x; @Nullable String y; }",
                "@Package@org.jspecify.annotations.NullMarked package app;");

        assertThat(reading.columns("a"))
                .containsExactly("id bigint not null", "x varchar(255) not null", "y varchar(255)");
        assertThat(reading.entity("A").notNullPaths()).containsExactly("x");
    }

    @Test
    void letsAnAbsentObjectLeaveItsColumnsEmpty() {
        Reading reading = Reading.of("""
                @NullMarked @Embeddable record Money(long cents, String currency) {}
                @Entity @NullMarked class A { @Id long id; Money price; @Nullable Money tip; }
                """);

        assertThat(reading.columns("a"))
                .containsExactly(
                        "id bigint not null",
                        "price_cents bigint not null",
                        "price_currency varchar(255) not null",
                        "tip_cents bigint",
                        "tip_currency varchar(255)");
        assertThat(reading.entity("A").notNullPaths()).contains("price.cents", "price.currency");
    }

    private static final String MARKED = """
            @Entity @NullMarked class A {
                @Id Long id; String x; @Nullable String y; @Column(nullable = false) @Nullable String z; int n;
            }
            """;

    @Test
    void remembersForClassFilesWhatTheirSourceSaid() {
        Set<String> seen = Reading.of(MARKED).entity("A").notNullPaths();
        Reading again = Reading.ofClassFiles(List.of("app.A"), Map.of("app.A", seen), MARKED);

        assertThat(seen).containsExactly("x");
        assertThat(again.columns("a"))
                .isEqualTo(Reading.of(MARKED).columns("a"))
                .containsExactly(
                        "id bigint not null",
                        "n integer not null",
                        "x varchar(255) not null",
                        "y varchar(255)",
                        "z varchar(255) not null");
        assertThat(again.entity("A").notNullPaths()).isEqualTo(seen);
    }

    @Test
    void overridesWhatClassFilesSay() {
        Reading reading = Reading.ofClassFiles(List.of("app.A"), Map.of("app.A", Set.of("y")), MARKED);

        assertThat(reading.columns("a")).contains("x varchar(255)", "y varchar(255) not null");
    }

    @Test
    void remembersAlsoForTheEmbeddablesOfASource() {
        String[] compiled = {"@NullMarked @Embeddable class Name { String first = \"\"; @Nullable String middle; }"};
        Reading reading = Reading.ofMixed(
                List.of(),
                Map.of("app.A", Set.of("name.first", "x")),
                compiled,
                "@Entity class A { @Id long id; Name name; String x; }");

        assertThat(reading.columns("a"))
                .containsExactly(
                        "id bigint not null",
                        "name_first varchar(255) not null",
                        "name_middle varchar(255)",
                        "x varchar(255)");
    }
}
