package dev.turnstone.processor.emit;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.columns;
import static dev.turnstone.schema.Definitions.comment;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.oneOf;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.timestamp;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reviewer reads, file by file. {@code -Dturnstone.golden=update} writes the expected files anew. */
class GoldenEmitTest {

    private static final Path EXPECTED = Path.of("src/test/resources/emit");
    private static final Dialect H2 =
            Dialects.load(GoldenEmitTest.class.getClassLoader()).named("h2").orElseThrow();
    private static final Column SUBTITLE = column("subtitle", varchar(40));

    @TempDir
    Path folder;

    static Stream<Map.Entry<String, EmittedSet>> cases() {
        return Map.of(
                "first_save", firstSave(),
                "life_of_a_table", lifeOfATable(),
                "long_history", longHistory(),
                "nothing_saved", nothingSaved())
                .entrySet()
                .stream();
    }

    private static EmittedSet longHistory() {
        List<EmittedMigration> migrations = new ArrayList<>();
        migrations.add(
                migration("0001_initial", create("post", column("id", bigint()).asIdentity())));
        for (int i = 2; i <= 13; i++) {
            Operation operation =
                    new AddColumn(table("post"), column("c" + i, varchar(i)).notNull(), literal("none"));
            migrations.add(migration(String.format(Locale.ROOT, "%04d_add_c%d", i, i), operation));
        }
        return set(true, migrations.toArray(EmittedMigration[]::new));
    }

    private static EmittedSet nothingSaved() {
        return set(
                true,
                migration("0001_draft", create("author", column("id", bigint()).asIdentity())));
    }

    private static EmittedSet firstSave() {
        return set(
                false,
                migration(
                        "0001_initial",
                        create(
                                "author",
                                column("id", bigint()).asIdentity(),
                                column("name", varchar(80))
                                        .notNull()
                                        .withComment("As on the cover, \"<Name>\" & all */"),
                                column("state", varchar(8)).notNull().withDefault("NEW"),
                                column("since", timestamp(6)).notNull().withDefaultSql("current_timestamp"),
                                primaryKey("author_pk", "id"),
                                unique("author_name_uq", "name"),
                                oneOf("author_state_ck", "state", "NEW", "OLD"),
                                index("author_since_ix", "since", "state"),
                                comment("Who writes.")),
                        create(
                                "chapter",
                                column("book", bigint()).notNull(),
                                column("number", bigint()).notNull(),
                                column("text", text()),
                                primaryKey("chapter_pk", "book", "number"),
                                check("chapter_number_ck", "number > 0")),
                        new AddConstraint(
                                table("chapter"),
                                foreignKey("chapter_author_fk", "book", table("author"), "id")
                                        .onDelete(ReferentialAction.CASCADE)),
                        new AddConstraint(
                                table("chapter"),
                                foreignKey(
                                        "chapter_chapter_fk",
                                        columns("book", "number"),
                                        table("chapter"),
                                        columns("book", "number")))));
    }

    private static EmittedSet lifeOfATable() {
        return set(
                true,
                migration("0001_initial", create("post", column("id", bigint()).asIdentity(), SUBTITLE)),
                migration(
                        "0002_add_slug",
                        new AddColumn(table("post"), column("slug", varchar(80)).notNull(), literal("none")),
                        new AddIndex(table("post"), index("post_slug_ix", "slug"))),
                migration(
                        "0003_rename",
                        new RenameTable(table("post"), table("entry")),
                        new RenameColumn(table("entry"), "slug", "address"),
                        new AlterColumn(
                                table("entry"),
                                column("address", varchar(80)).notNull(),
                                column("address", varchar(200)))),
                migration("0004_drop_subtitle", new DropColumn(table("entry"), SUBTITLE, null)),
                migration(
                        "0005_draft",
                        new DropTable(Table.of(
                                table("entry"),
                                List.of(column("id", bigint()).asIdentity(), column("address", text()))))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFilesAreAsExpected(Map.Entry<String, EmittedSet> each) throws IOException {
        EmitCompilation compilation = EmitCompilation.of(folder, List.of(H2), each.getValue());
        Path expected = EXPECTED.resolve(each.getKey());
        if ("update".equals(System.getProperty("turnstone.golden"))) {
            write(expected, compilation.files());
        }

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.files()).isEqualTo(read(expected));
    }

    private static void write(Path expected, SortedMap<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = expected.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static SortedMap<String, String> read(Path expected) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(expected)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(expected.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private static EmittedSet set(boolean draft, EmittedMigration... migrations) {
        return new EmittedSet(
                "acme",
                "acme.migrations",
                "1.0",
                "f".repeat(64),
                List.of(migrations),
                draft,
                java.util.Optional.empty());
    }

    private static EmittedMigration migration(String id, Operation... operations) {
        return new EmittedMigration(id, "f".repeat(64), List.of(operations), List.of(), () -> Schema.EMPTY);
    }

    private static CreateTable create(String name, TableElement... elements) {
        return new CreateTable(Table.of(table(name), List.of(elements)));
    }
}
