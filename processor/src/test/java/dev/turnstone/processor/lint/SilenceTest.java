package dev.turnstone.processor.lint;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.timestampWithTimeZone;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.uuid;
import static dev.turnstone.schema.Definitions.varchar;
import static dev.turnstone.schema.Definitions.verbatim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.Changes;
import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the checks have nothing to say, because nothing is at stake or because the dialect writes the safe form. */
class SilenceTest {

    private static final Dialect POSTGRESQL = Dialects.load(SilenceTest.class.getClassLoader())
            .named("postgresql")
            .orElseThrow();

    private static final Schema SCHEMA = Schema.of(
            Table.of(table("author"), List.of(column("id", bigint()).notNull(), primaryKey("pk_author", "id"))),
            Table.of(
                    table("post"),
                    List.of(column("id", bigint()).notNull(), primaryKey("pk_post", "id"), index("ix", "author_id"))));

    static Stream<Arguments> safeForms() {
        return Stream.of(
                writes(
                        "TS-DEFAULT-VOLATILE",
                        c -> c.table("author")
                                .addColumn(column("token", uuid()).notNull().withDefaultSql("gen_random_uuid()")),
                        "ADD COLUMN token UUID",
                        "SET DEFAULT gen_random_uuid()",
                        "UPDATE author SET token",
                        "NOT VALID",
                        "VALIDATE CONSTRAINT",
                        "SET NOT NULL"),
                writes(
                        "one value for all rows needs no steps",
                        c -> c.table("author")
                                .addColumn(column("seen", timestampWithTimeZone(6))
                                        .notNull()
                                        .withDefaultSql("now()")),
                        "ADD COLUMN seen TIMESTAMP(6) WITH TIME ZONE DEFAULT now() NOT NULL"),
                writes(
                        "nullable to NOT NULL with a fill",
                        c -> c.table("author")
                                .alterColumn(
                                        column("name", text()),
                                        column("name", text()).notNull().withDefault("x")),
                        "UPDATE author SET name",
                        "CHECK (name IS NOT NULL) NOT VALID",
                        "VALIDATE CONSTRAINT",
                        "SET NOT NULL"),
                writes("index", c -> c.table("author").add(index("ix_name", "name")), "CREATE INDEX CONCURRENTLY"),
                writes("index goes", c -> c.table("author").drop(index("ix_name", "name")), "DROP INDEX CONCURRENTLY"),
                writes(
                        "check",
                        c -> c.table("author").add(check("ck", "age > 0")),
                        "NOT VALID",
                        "VALIDATE CONSTRAINT ck"),
                writes(
                        "foreign key",
                        c -> c.table("post").add(foreignKey("fk", "author_id", table("author"), "id")),
                        "NOT VALID",
                        "VALIDATE CONSTRAINT fk"));
    }

    private static Arguments writes(String name, Consumer<Changes> written, String... parts) {
        return arguments(name, written, List.of(parts));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("safeForms")
    void theDialectWritesTheSafeFormSoThereIsNothingToSay(String name, Consumer<Changes> written, List<String> parts) {
        List<Operation> operations = operations(written);
        Rendered rendered = POSTGRESQL.render(Change.inUse(operations, () -> SCHEMA));

        assertThat(((Rendered.Units) rendered)
                        .units().stream()
                                .flatMap(unit -> unit.steps().stream())
                                .map(step -> step.sql())
                                .collect(Collectors.joining("; ")))
                .containsSubsequence(parts);
        assertThat(findings(operations)).isEmpty();
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                arguments("a new table has no rows", changes(c -> {
                    c.table("post").createTable(column("id", bigint()).asIdentity(), primaryKey("pk_post", "id"));
                    c.table("post").addColumn(column("title", text()).notNull());
                    c.table("post").addColumn(column("nr", bigint()).asIdentity());
                    c.table("post").add(unique("uq", "id"));
                })),
                arguments("unique over a new column", changes(c -> {
                    c.table("author").addColumn(column("code", text()));
                    c.table("author").add(unique("uq", "code", "id"));
                })),
                arguments("unique already over less", changes(c -> {
                    c.table("author").drop(unique("uq", "a"));
                    c.table("author").add(unique("uq", "a", "b"));
                })),
                arguments(
                        "told how to convert",
                        changes(c -> c.table("author")
                                .alterColumn(column("a", text()), column("a", integer()))
                                .using("cast(a as integer)"))),
                arguments(
                        "told how to make it shorter",
                        changes(c -> c.table("author")
                                .alterColumn(column("a", varchar(20)), column("a", varchar(10)))
                                .using("substring(a, 1, 10)"))),
                arguments(
                        "told what to fill in",
                        changes(c -> c.table("author")
                                .alterColumn(
                                        column("a", text()), column("a", text()).notNull())
                                .fill(literal("x")))),
                arguments(
                        "only longer",
                        changes(c ->
                                c.table("author").alterColumn(column("a", varchar(10)), column("a", varchar(20))))),
                arguments("an enum grows", changes(c -> {
                    c.table("author").drop(oneOf("ck", "a", "X"));
                    c.table("author").add(oneOf("ck", "a", "X", "Y"));
                })),
                arguments("told what a removed constant becomes", changes(c -> {
                    c.table("author").drop(oneOf("ck", "a", "X", "Y"));
                    c.table("author")
                            .alterColumn(column("a", text()), column("a", text()))
                            .using("'X'");
                    c.table("author").add(oneOf("ck", "a", "X"));
                })),
                arguments(
                        "a value at the end of a list type",
                        changes(c -> c.table("author")
                                .alterColumn(
                                        column("a", verbatim("enum('X')")), column("a", verbatim("enum('X','Y')"))))));
    }

    private static Consumer<Changes> changes(Consumer<Changes> written) {
        return written;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void nothingIsAtStake(String name, Consumer<Changes> written) {
        assertThat(findings(operations(written))).isEmpty();
    }

    /** Two that swap their names go through a third, of which nobody is told. */
    @Test
    void aSwapIsTwoRenames() {
        Schema target = Schema.of(Table.of(table("author"), List.of(column("a", text()), column("b", text()))));
        List<Operation> operations = operations(c -> {
            c.table("author").renameColumn("a", "turnstone_tmp");
            c.table("author").renameColumn("b", "a");
            c.table("author").renameColumn("turnstone_tmp", "b");
        });

        assertThat(Lint.check(List.of(context(operations, target)), LintOptions.NONE, List.of(), Set.of(), true)
                        .findings())
                .extracting(
                        finding -> finding.text().substring(0, finding.text().indexOf(" from now")))
                .containsExactly(
                        "The column b of table author is called a", "The column a of table author is called b");
    }

    private static List<Operation> operations(Consumer<Changes> written) {
        Changes changes = new Changes();
        written.accept(changes);
        return changes.operations();
    }

    private static List<Finding> findings(List<Operation> operations) {
        return Lint.check(List.of(context(operations, SCHEMA)), LintOptions.NONE, List.of(), Set.of(), true)
                .findings();
    }

    private static LintContext context(List<Operation> operations, Schema target) {
        return new LintContext(
                Schema.EMPTY,
                operations,
                target,
                new DeclaredSchema(Schema.EMPTY, Mapping.EMPTY, Set.of(), List.of(), List.of(), Map.of()),
                List.of(POSTGRESQL));
    }
}
