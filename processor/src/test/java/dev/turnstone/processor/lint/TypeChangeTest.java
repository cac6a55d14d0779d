package dev.turnstone.processor.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of types has one meaning in each database. */
class TypeChangeTest {

    private static final Dialects DIALECTS = Dialects.load(TypeChangeTest.class.getClassLoader());

    /** One of each kind, and where the length decides, some. */
    private static final List<String> TYPES = List.of(
            "boolean",
            "tinyint",
            "smallint",
            "integer",
            "bigint",
            "real",
            "double",
            "decimal(10,2)",
            "char(5)",
            "varchar(20)",
            "text",
            "varbinary(16)",
            "blob",
            "date",
            "time(3)",
            "timestamp(3)",
            "timestamp_tz(3)",
            "uuid",
            "verbatim json");

    /**
     * How much of the type of a row the type of a column holds: all, some, none. The columns are in the order of the rows.
     */
    private static final String FIT = """
            boolean         = - - - - - - - - - - - - - - - - - ~
            tinyint         - = + + + + + + + + + - - - - - - - ~
            smallint        - ~ = + + + + + ~ + + - - - - - - - ~
            integer         - ~ ~ = + ~ + ~ ~ + + - - - - - - - ~
            bigint          - ~ ~ ~ = ~ ~ ~ ~ + + - - - - - - - ~
            real            - ~ ~ ~ ~ = + ~ ~ ~ ~ - - - - - - - ~
            double          - ~ ~ ~ ~ ~ = ~ ~ ~ ~ - - - - - - - ~
            decimal(10,2)   - ~ ~ ~ ~ ~ ~ = ~ + + - - - - - - - ~
            char(5)         - - - - - - - - = + + - - - - - - - ~
            varchar(20)     - - - - - - - - ~ = + - - - - - - - ~
            text            - - - - - - - - ~ ~ = - - - - - - - ~
            varbinary(16)   - - - - - - - - - - - = + - - - - - ~
            blob            - - - - - - - - - - - ~ = - - - - - ~
            date            - - - - - - - - ~ + + - - = - + ~ - ~
            time(3)         - - - - - - - - ~ + + - - - = - - - ~
            timestamp(3)    - - - - - - - - ~ ~ + - - ~ ~ = ~ - ~
            timestamp_tz(3) - - - - - - - - ~ ~ ~ - - ~ ~ ~ = - ~
            uuid            - - - - - - - - ~ ~ + - - - - - - = ~
            verbatim json   ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ ~ =
            """;

    @Test
    void howMuchOfEachTypeAnotherHolds() {
        StringBuilder actual = new StringBuilder();
        for (String from : TYPES) {
            actual.append(String.format("%-15s", from));
            for (String to : TYPES) {
                TypeFit fit = TypeFit.of(ColumnType.parse(from), ColumnType.parse(to));
                actual.append(' ')
                        .append(from.equals(to) ? "=" : fit == TypeFit.ALL ? "+" : fit == TypeFit.SOME ? "~" : "-");
            }
            actual.append('\n');
        }
        assertThat(actual.toString()).isEqualTo(FIT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            varchar(10)          | varchar(20)              | ALL
            varchar(20)          | varchar(10)              | SOME
            char(5)              | varchar(5)               | ALL
            char(5)              | varchar(4)               | SOME
            varchar(5)           | char(5)                  | SOME
            varbinary(5)         | varbinary(4)             | SOME
            integer              | decimal(10,0)            | ALL
            integer              | decimal(10,1)            | SOME
            integer              | varchar(11)              | ALL
            integer              | varchar(10)              | SOME
            smallint             | real                     | ALL
            bigint               | double                   | SOME
            decimal(10,2)        | decimal(12,4)            | ALL
            decimal(10,2)        | decimal(11,4)            | SOME
            decimal(10,2)        | decimal(12,1)            | SOME
            decimal(10,2)        | varchar(13)              | ALL
            decimal(10,2)        | varchar(12)              | SOME
            date                 | varchar(9)               | SOME
            timestamp(0)         | varchar(19)              | ALL
            timestamp(6)         | varchar(25)              | SOME
            timestamp(3)         | timestamp(6)             | ALL
            timestamp(6)         | timestamp(3)             | SOME
            timestamp_tz(3)      | timestamp_tz(6)          | ALL
            time(3)              | time(0)                  | SOME
            uuid                 | varchar(36)              | ALL
            verbatim enum('a')   | verbatim ENUM( 'a', 'b') | ALL
            verbatim enum('a','b')| verbatim enum('b')      | SOME
            verbatim jsonb       | verbatim JSONB           | ALL
            """)
    void lengthsDecide(String from, String to, TypeFit fit) {
        assertThat(TypeFit.of(ColumnType.parse(from), ColumnType.parse(to))).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql    | varchar(10)    | varchar(20)     | IN_PLACE
            postgresql    | varchar(10)    | text            | IN_PLACE
            postgresql    | char(5)        | varchar(5)      | REWRITE
            postgresql    | decimal(10,2)  | decimal(12,2)   | IN_PLACE
            postgresql    | decimal(10,2)  | decimal(12,4)   | REWRITE
            postgresql    | timestamp(3)   | timestamp(6)    | IN_PLACE
            postgresql    | timestamp_tz(3)| timestamp_tz(6) | IN_PLACE
            postgresql    | time(3)        | time(6)         | IN_PLACE
            postgresql    | integer        | bigint          | REWRITE
            postgresql    | tinyint        | smallint        | SAME
            postgresql    | varbinary(16)  | blob            | SAME
            postgresql    | integer        | text            | REWRITE
            postgresql    | bigint         | integer         | NARROWED
            postgresql    | text           | integer         | INCOMPATIBLE
            mysql         | varchar(10)    | varchar(63)     | IN_PLACE
            mysql         | varchar(63)    | varchar(64)     | REWRITE
            mysql         | varchar(255)   | varchar(256)    | REWRITE
            mysql         | varchar(256)   | varchar(500)    | IN_PLACE
            mysql         | varchar(31)    | varchar(64)     | REWRITE
            mariadb       | varchar(31)    | varchar(64)     | IN_PLACE
            mariadb       | varchar(32)    | varchar(64)     | REWRITE
            mysql         | varchar(500)   | text            | REWRITE
            mysql         | varchar(20000) | varchar(30000)  | SAME
            mysql         | varchar(300)   | varchar(20000)  | REWRITE
            mysql         | integer        | bigint          | REWRITE
            mysql         | timestamp(3)   | timestamp_tz(3) | SAME
            mysql         | uuid           | varchar(36)     | INCOMPATIBLE
            mariadb:10.6  | uuid           | varchar(36)     | INCOMPATIBLE
            mariadb:10.11 | uuid           | varchar(36)     | REWRITE
            mysql         | verbatim enum('a') | verbatim enum('a','b') | IN_PLACE
            mysql         | verbatim enum('a') | verbatim enum('b','a') | REWRITE
            h2            | varchar(10)    | varchar(20)     | IN_PLACE
            h2            | varchar(10)    | text            | REWRITE
            h2            | char(5)        | char(6)         | REWRITE
            h2            | decimal(10,2)  | decimal(12,2)   | IN_PLACE
            h2            | integer        | bigint          | REWRITE
            h2            | timestamp(3)   | timestamp(6)    | REWRITE
            sqlite        | varchar(10)    | varchar(20)     | REWRITE
            sqlite        | integer        | bigint          | REWRITE
            """)
    void whatItMeansInADatabase(String database, String from, String to, TypeChange meaning) {
        assertThat(TypeChange.of(dialect(database), ColumnType.parse(from), ColumnType.parse(to)))
                .isEqualTo(meaning);
    }

    static Stream<Dialect> targets() {
        return Stream.of("postgresql", "mysql", "mysql:8.4", "mariadb:10.6", "mariadb:11.8", "sqlite", "h2")
                .map(TypeChangeTest::dialect);
    }

    /** What the dialect writes is the other half of the truth. */
    @ParameterizedTest
    @MethodSource("targets")
    void theDialectWritesWhatIsSaid(Dialect target) {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        List<String> types = new ArrayList<>(TYPES);
        types.addAll(List.of("varchar(40)", "varchar(64)", "varchar(300)", "decimal(12,2)", "timestamp(6)", "char(8)"));
        for (String from : types) {
            for (String to : types) {
                TypeChange meaning = TypeChange.of(target, ColumnType.parse(from), ColumnType.parse(to));
                String sql = sql(target, ColumnType.parse(from), ColumnType.parse(to));
                boolean copies = switch (target.name()) {
                    case "mysql", "mariadb" -> !sql.contains("ALGORITHM");
                    case "sqlite" -> sql.contains("CREATE TABLE");
                    default -> meaning != TypeChange.IN_PLACE || sql.contains("USING");
                };
                boolean right = switch (meaning) {
                    case SAME -> sql.isEmpty();
                    case IN_PLACE -> !sql.isEmpty() && !copies;
                    default -> copies;
                };
                if (!right) {
                    wrong.computeIfAbsent(from, key -> new ArrayList<>()).add(to + " " + meaning + ": " + sql);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String sql(Dialect target, ColumnType from, ColumnType to) {
        Column column = Column.of("c", from);
        Schema before = Schema.of(Table.of(TableName.of("t"), List.of(column)));
        Change change =
                Change.inUse(List.of(new AlterColumn(TableName.of("t"), column, column.withType(to))), () -> before);
        return target.render(change) instanceof Rendered.Units units
                ? units.units().stream()
                        .flatMap(unit -> unit.steps().stream())
                        .map(step -> step.sql())
                        .collect(Collectors.joining("; "))
                : "refused";
    }

    private static Dialect dialect(String target) {
        String[] parts = target.split("[:.]", -1);
        Dialect dialect = DIALECTS.named(parts[0]).orElseThrow();
        return parts.length < 3 ? dialect : dialect.forVersion(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
