package dev.turnstone.processor.lint;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.Changes;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.testing.BareDialect;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LintChecksTest {

    /** A database with names of ten characters that cannot drop columns. */
    private static final class TinyDialect extends BareDialect {

        @Override
        public String name() {
            return "tiny";
        }

        @Override
        public int maxIdentifierLength() {
            return 10;
        }

        @Override
        public Rendered render(Change change) {
            List<Rendered.Refusal> refusals = new ArrayList<>();
            for (int i = 0; i < change.operations().size(); i++) {
                if (change.operations().get(i) instanceof DropColumn drop) {
                    refusals.add(
                            new Rendered.Refusal(i, "It keeps " + drop.column().name() + " for ever."));
                }
            }
            return refusals.isEmpty() ? new Rendered.Units(List::of, List.of()) : new Rendered.Refused(refusals);
        }
    }

    static Stream<Arguments> found() {
        return Stream.of(
                finds(
                        "TS-NOTNULL-ADD ERROR app.Author.email: The new column email of table author is NOT NULL",
                        c -> c.table("author").addColumn(column("email", text()).notNull())),
                finds(
                        "TS-NOTNULL-SET NOTE app.Author.email: The column email of table author becomes NOT NULL.",
                        c -> c.table("author")
                                .alterColumn(
                                        column("email", text()),
                                        column("email", text()).notNull())),
                finds(
                        "TS-TYPE-NARROW NOTE app.Author.email: The column email of table author changes from text to"
                                + " integer",
                        c -> c.table("author").alterColumn(column("email", text()), column("email", integer()))),
                finds(
                        "TS-REFUSED ERROR app.Author: The database tiny cannot do this change: It keeps email for ever.",
                        c -> c.table("author").dropColumn(column("email", text()))),
                tooLong("table", c -> c.table("t2345678901").createTable(column("id", bigint()))),
                tooLong("table", c -> c.table("tag").rename("t2345678901")),
                tooLong("column", c -> c.table("tag").createTable(column("t2345678901", bigint()))),
                tooLong("column", c -> c.table("tag").addColumn(column("t2345678901", bigint()))),
                tooLong("column", c -> c.table("tag").renameColumn("id", "t2345678901")),
                tooLong("constraint", c -> c.table("tag").createTable(primaryKey("t2345678901", "id"))),
                tooLong("constraint", c -> c.table("tag").add(unique("t2345678901", "id"))),
                tooLong("constraint", c -> c.table("tag").renameConstraint("pk", "t2345678901")),
                tooLong("index", c -> c.table("tag").createTable(index("t2345678901", "id"))),
                tooLong("index", c -> c.table("tag").add(index("t2345678901", "id"))),
                tooLong("index", c -> c.table("tag").renameIndex("ix", "t2345678901")));
    }

    private static Arguments tooLong(String what, Consumer<Changes> written) {
        return finds(
                "TS-NAME-LENGTH ERROR : The name of the " + what
                        + " t2345678901 has 11 characters; tiny takes at most 10.",
                written);
    }

    private static Arguments finds(String expected, Consumer<Changes> written) {
        return arguments(expected, written);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("found")
    void exactlyOneFinding(String expected, Consumer<Changes> written) {
        List<Finding> findings = check(written);

        assertThat(findings).hasSize(1);
        Finding finding = findings.get(0);
        assertThat(finding.tag() + " " + finding.severity() + " " + finding.place() + ": " + finding.text())
                .startsWith(expected);
    }

    @Test
    void theFixCanBePasted() {
        assertThat(check(
                        c -> c.table("author").addColumn(column("nr", integer()).notNull())))
                .extracting(Finding::fix)
                .containsExactly("Give them one: @Default(\"0\")\nOr let the column be empty: @Column(nullable = true)"
                        + " (a primitive type needs its wrapper).");
    }

    static Stream<Arguments> silent() {
        return Stream.of(
                arguments("nullable", changes(c -> c.table("author").addColumn(column("a", text())))),
                arguments(
                        "default",
                        changes(c -> c.table("author")
                                .addColumn(column("a", text()).notNull().withDefault("x")))),
                arguments(
                        "fill",
                        changes(c ->
                                c.table("author").addColumn(column("a", text()).notNull(), literal("x")))),
                arguments(
                        "identity",
                        changes(c -> c.table("author")
                                .addColumn(column("a", bigint()).asIdentity()))),
                arguments(
                        "new table",
                        changes(c -> c.table("author")
                                .createTable(column("a", text()).notNull()))),
                arguments(
                        "default for NULL",
                        changes(c -> c.table("author")
                                .alterColumn(
                                        column("a", text()),
                                        column("a", text()).notNull().withDefault("x")))),
                arguments(
                        "to nullable",
                        changes(c -> c.table("author")
                                .alterColumn(column("a", text()).notNull(), column("a", text())))),
                arguments("old name goes", changes(c -> c.table("tag").renameColumn("t2345678901", "id"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silent")
    void noFinding(String name, Consumer<Changes> written) {
        assertThat(check(written)).isEmpty();
    }

    private static Consumer<Changes> changes(Consumer<Changes> written) {
        return written;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            varchar(10)      | varchar(20)      | true
            varchar(20)      | varchar(10)      | false
            varchar(20)      | text             | true
            text             | varchar(20)      | false
            char(5)          | varchar(5)       | true
            char(5)          | varchar(4)       | false
            varchar(5)       | char(5)          | false
            varbinary(5)     | blob             | true
            varbinary(5)     | varbinary(4)     | false
            blob             | varbinary(5)     | false
            tinyint          | smallint         | true
            integer          | bigint           | true
            bigint           | integer          | false
            integer          | decimal(10,0)    | true
            integer          | decimal(10,1)    | false
            smallint         | real             | true
            integer          | real             | false
            integer          | double           | true
            bigint           | double           | false
            integer          | boolean          | false
            integer          | varchar(20)      | false
            real             | double           | true
            double           | real             | false
            decimal(10,2)    | decimal(12,4)    | true
            decimal(10,2)    | decimal(11,4)    | false
            decimal(10,2)    | decimal(12,1)    | false
            decimal(10,2)    | double           | false
            date             | timestamp(0)     | true
            timestamp(0)     | date             | false
            timestamp(3)     | timestamp(6)     | true
            timestamp(6)     | timestamp(3)     | false
            timestamp(6)     | timestamp_tz(6)  | false
            time(0)          | time(3)          | true
            uuid             | varchar(36)      | false
            verbatim json    | verbatim jsonb   | false
            verbatim json    | verbatim json    | true
            """)
    void aTypeHoldsAnother(String narrow, String wide, boolean holds) {
        assertThat(TypeRange.holds(ColumnType.parse(wide), ColumnType.parse(narrow)))
                .isEqualTo(holds);
    }

    private static List<Finding> check(Consumer<Changes> written) {
        Changes changes = new Changes();
        written.accept(changes);
        DeclaredSchema declared = new DeclaredSchema(
                Schema.EMPTY,
                Mapping.EMPTY,
                Set.of(),
                List.of(),
                List.of(),
                Map.of(
                        DeclaredSchema.key(table("author")),
                        SourceRef.named("app.Author"),
                        DeclaredSchema.key(table("author"), "email"),
                        SourceRef.named("app.Author.email")));
        LintContext context = new LintContext(
                Baseline.EMPTY, changes.operations(), Schema.EMPTY, declared, List.of(new TinyDialect()));
        return LintChecks.all().stream()
                .flatMap(check -> check.check(context).stream())
                .toList();
    }
}
