package dev.turnstone.processor.emit;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.columns;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.dialect.Step;
import dev.turnstone.dialect.Unit;
import dev.turnstone.migration.Migration;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.processor.testing.BareDialect;
import dev.turnstone.processor.testing.RandomOperations;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the operations hold, the source compiles without a word and makes the same operations again. */
class EmittedSourceTest {

    private static final String FINGERPRINT = "f".repeat(64);

    @TempDir
    Path folder;

    @Provide
    Arbitrary<List<List<Operation>>> migrations() {
        return RandomOperations.operations().list().ofSize(25);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void theSourceMakesTheOperationsThatItWasMadeOf(@ForAll("migrations") List<List<Operation>> migrations)
            throws IOException {
        Path here = Files.createTempDirectory("emitted");
        assertGivesBack(EmitCompilation.of(here, List.of(new Echo()), set(migrations)), migrations);
    }

    @Test
    void nastyTextIsHarmlessEverywhere() {
        List<Operation> operations = new ArrayList<>();
        for (String text :
                RandomOperations.NASTY.stream().filter(each -> !each.isBlank()).toList()) {
            TableName name = new TableName(text, text + "x");
            operations.add(new AlterTableComment(name, text, text));
            operations.add(new RenameTable(name, TableName.of(text)));
            operations.add(
                    new AddColumn(name, column(text, ColumnType.verbatim(text)).withDefault(text), null));
            operations.add(new AddConstraint(name, oneOf(text, text, text, text)));
        }
        List<List<Operation>> migrations = List.of(operations);

        assertGivesBack(EmitCompilation.of(folder, List.of(new Echo()), set(migrations)), migrations);
    }

    @Test
    void aThousandTablesAndAThousandColumnsFitIntoMethods() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            List<TableElement> elements = new ArrayList<>();
            for (int j = 0; j < 10; j++) {
                elements.add(column("column_" + j, varchar(100 + j)).notNull().withDefault("default " + j));
            }
            elements.add(primaryKey("pk_" + i, "column_0", "column_1"));
            operations.add(new CreateTable(Table.of(TableName.of("table_" + i), elements)));
        }
        List<Column> wide = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            wide.add(column("column_" + i, bigint()));
        }
        operations.add(new CreateTable(Table.of(TableName.of("wide"), wide)));
        // More than a constant may hold, as lines of text.
        List<Column> commented =
                wide.stream().map(each -> each.withComment("c".repeat(70))).toList();
        operations.add(new CreateTable(Table.of(TableName.of("commented"), commented)));
        List<List<Operation>> migrations = List.of(operations);

        assertGivesBack(EmitCompilation.of(folder, List.of(), set(migrations)), migrations);
    }

    @Test
    void veryManyTablesAreLinesOfTextWhateverTheirNames() {
        List<String> names = new ArrayList<>(List.of("table", "notNull", "references", "onDelete", "onUpdate"));
        RandomOperations.NASTY.stream()
                .filter(each -> each.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f))
                .forEach(names::add);
        List<Operation> operations = new ArrayList<>();
        for (String a : names) {
            for (String b : names) {
                operations.add(new CreateTable(wicked(a, b)));
            }
        }
        List<List<Operation>> migrations = List.of(operations);

        EmitCompilation compilation = EmitCompilation.of(folder, List.of(), set(migrations));
        assertGivesBack(compilation, migrations);
        String source = String.join("\n", compilation.files().values());
        int calls = source.split("createTable\\(\\)", -1).length - 1;
        long quoted = operations.stream()
                .filter(each ->
                        each.toString().contains("\"") || each.toString().matches(".*(references|onDelete|onUpdate).*"))
                .count();
        assertThat(calls).isPositive().isLessThanOrEqualTo((int) quoted);
        assertThat(source).contains("changes.tables(\"\"\"", "changes.dropTables(");
    }

    private static ReferentialAction action(String name) {
        return name.length() % 2 == 0 ? ReferentialAction.CASCADE : ReferentialAction.NO_ACTION;
    }

    private static Table wicked(String a, String b) {
        return new Table(
                a.length() % 2 == 0 ? TableName.of(a) : new TableName(b, a),
                b,
                List.of(
                        column(a, varchar(9)).withDefault(b).withComment(b),
                        column("2 " + b, ColumnType.verbatim(a))
                                .withDefaultSql(b)
                                .notNull(),
                        column("id", bigint()).asIdentity(),
                        column("price", ColumnType.decimal(9, 2))),
                List.of(
                        primaryKey("p " + b, a, "id"),
                        oneOf("o " + b, a, b, ""),
                        check("c " + b, a),
                        unique("u " + b, b),
                        foreignKey(
                                        "f " + b,
                                        columns(b, "id"),
                                        new TableName(a.length() % 3 == 0 ? "" : a, b),
                                        columns("id", a))
                                .onDelete(action(a))
                                .onUpdate(action(b))),
                List.of(index("i " + b, a, b)));
    }

    @Test
    void theJavadocOfALargeMigrationShowsItsBeginning() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            operations.add(new CreateTable(Table.of(TableName.of("t_" + i), List.of(column("id", bigint())))));
        }
        List<Dialect> h2 =
                List.of(Dialects.load(getClass().getClassLoader()).named("h2").orElseThrow());
        EmitCompilation compilation = EmitCompilation.of(folder, h2, set(List.of(operations)));
        assertGivesBack(compilation, List.of(operations));
        assertThat(compilation.files().values())
                .anySatisfy(text -> assertThat(text)
                        .contains("CREATE TABLE t_199 ", "the other 1 of 201 operations need")
                        .doesNotContain("CREATE TABLE t_200 "));
    }

    @Test
    void aReferentialActionIsImported() {
        List<List<Operation>> migrations = List.of(List.of(new AddConstraint(
                table("post"), foreignKey("f", "a", table("b"), "c").onUpdate(ReferentialAction.SET_NULL))));

        assertGivesBack(EmitCompilation.of(folder, List.of(), set(migrations)), migrations);
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        EmittedSet set = set(List.of(RandomOperations.operations().sample()));

        assertThat(EmitCompilation.of(folder.resolve("a"), List.of(new Echo()), set)
                        .files())
                .isEqualTo(EmitCompilation.of(folder.resolve("b"), List.of(new Echo()), set)
                        .files())
                .hasSize(3);
    }

    private static EmittedSet set(List<List<Operation>> migrations) {
        List<EmittedMigration> emitted = new ArrayList<>();
        for (List<Operation> operations : migrations) {
            String id = String.format(Locale.ROOT, "%04d_step", emitted.size() + 1);
            emitted.add(new EmittedMigration(id, FINGERPRINT, operations, List.of(), () -> Schema.EMPTY));
        }
        return new EmittedSet(
                "acme", "acme.migrations", "1.0", FINGERPRINT, emitted, false, java.util.Optional.empty());
    }

    private static void assertGivesBack(EmitCompilation compilation, List<List<Operation>> migrations) {
        assertThat(compilation.messages()).isEmpty();
        MigrationSet set = compilation.set();
        assertThat(set.entries()).hasSameSizeAs(migrations);
        for (int i = 0; i < migrations.size(); i++) {
            Migration migration = set.migration(i);
            assertThat(migration.upOperations()).isEqualTo(migrations.get(i));
            assertThat(migration.downOperations())
                    .isEqualTo(MigrationSource.brief(Operations.inverse(migrations.get(i))));
        }
    }

    /** "SQL" with every name and text of the operation, unescaped as a third party's dialect may leave it. */
    private static final class Echo extends BareDialect {
        @Override
        public String name() {
            return "echo <*/>";
        }

        @Override
        public int maxIdentifierLength() {
            return 63;
        }

        @Override
        public Rendered render(Change change) {
            List<Rendered.Refusal> refusals = new ArrayList<>();
            List<Unit> units = new ArrayList<>();
            for (int i = 0; i < change.operations().size(); i++) {
                Operation operation = change.operations().get(i);
                if (operation instanceof RenameTable rename) {
                    refusals.add(new Rendered.Refusal(i, "cannot rename " + rename.from()));
                }
                units.add(new Unit(false, List.of(Step.of(operation.toString())), i, i));
                units.add(new Unit(false, List.of(Step.of(OperationSummary.of(operation))), i, i));
            }
            return refusals.isEmpty() ? new Rendered.Units(List::of, units) : new Rendered.Refused(refusals);
        }
    }
}
