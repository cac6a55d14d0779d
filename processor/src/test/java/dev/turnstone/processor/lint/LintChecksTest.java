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
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.dialect.Step;
import dev.turnstone.dialect.Unit;
import dev.turnstone.operation.Changes;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.testing.BareDialect;
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
            Unit unit = new Unit(false, List.of(Step.of("ALTER ...")), 0, 0);
            return refusals.isEmpty() ? new Rendered.Units(List::of, List.of(unit)) : new Rendered.Refused(refusals);
        }
    }

    static Stream<Arguments> found() {
        return Stream.of(
                finds(
                        "TS-NOTNULL-ADD ERROR app.Author.email: The new column email of table author is NOT NULL",
                        c -> c.table("author").addColumn(column("email", text()).notNull())),
                finds(
                        "TS-NOTNULL-SET ERROR app.Author.email: The column email of table author becomes NOT NULL.",
                        c -> c.table("author")
                                .alterColumn(
                                        column("email", text()),
                                        column("email", text()).notNull())),
                finds(
                        "TS-TYPE-NARROW ERROR app.Author.email: The column email of table author changes from text to"
                                + " varchar(20)",
                        c -> c.table("author").alterColumn(column("email", text()), column("email", varchar(20)))),
                finds(
                        "TS-TYPE-INCOMPATIBLE ERROR app.Author.email: The column email of table author changes from text"
                                + " to integer, and no value of the one is a value of the other in tiny.",
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
    void exactlyOneFindingOfItsTag(String expected, Consumer<Changes> written) {
        String tag = expected.substring(0, expected.indexOf(' '));
        assertThat(check(written))
                .filteredOn(finding -> finding.tag().toString().equals(tag))
                .singleElement()
                .satisfies(finding -> assertThat(finding.tag() + " " + finding.severity() + " " + finding.place() + ": "
                                + finding.text())
                        .startsWith(expected));
    }

    @Test
    void theFixCanBePasted() {
        assertThat(check(
                        c -> c.table("author").addColumn(column("nr", integer()).notNull())))
                .extracting(Finding::fix)
                .containsExactly(
                        "Give them one: @Fill(\"0\")\nOr these and all rows to come: @Default(\"0\")\nOr let a data migration compute it:"
                                + " @DataMigration(fills = \"author.nr\")\nOr let the column be empty: @Column(nullable = true) (a primitive type needs its wrapper).\nIf the table is empty"
                                + " everywhere: @Accept(value = \"TS-NOTNULL-ADD\", reason = \"...\")");
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
                                .alterColumn(column("a", text()).notNull(), column("a", text())))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silent")
    void noFinding(String name, Consumer<Changes> written) {
        assertThat(check(written)).isEmpty();
    }

    private static Consumer<Changes> changes(Consumer<Changes> written) {
        return written;
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
        LintContext context =
                new LintContext(Schema.EMPTY, changes.operations(), Schema.EMPTY, declared, List.of(new TinyDialect()));
        return Lint.check(List.of(context), LintOptions.NONE, List.of(), Set.of(), true)
                .findings();
    }
}
