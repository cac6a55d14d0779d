package dev.turnstone.proof;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.comment;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;

import dev.turnstone.TestSet;
import dev.turnstone.data.ColumnRef;
import dev.turnstone.data.DataContext;
import dev.turnstone.data.DataStep;
import dev.turnstone.data.TableRef;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Histories that the proofs run. */
final class Shop {

    static final String FIRST = "0001_initial";
    static final List<String> ROWS = List.of(
            "INSERT INTO author (id, name, code) VALUES (1, 'Ada', 10), (2, 'Bob', 20), (3, 'Cem', NULL)",
            "INSERT INTO book (id, author_id, title) VALUES (1, 1, 'One'), (2, 1, 'Two'), (3, 3, 'Three')");

    private static final TableName AUTHOR = TableName.of("author");
    private static final TableName BOOK = TableName.of("book");
    private static final TableName NOTE = TableName.of("note");
    private static final TableName REMARK = TableName.of("remark");
    private static final Column CODE = column("code", integer());
    private static final Column TITLE = column("title", varchar(80));
    private static final Unique UNIQUE_CODE = unique("uq_author_code", "code");
    private static final Index BY_NAME = index("ix_author_name", "name");
    private static final ForeignKey NOTE_OF_BOOK = foreignKey("fk_note_book", "book_id", BOOK, "id");

    private static final Table NOTES = Table.of(
            NOTE,
            List.of(
                    column("id", bigint()).notNull(),
                    column("book_id", bigint()),
                    primaryKey("pk_note", "id"),
                    index("ix_note_book", "book_id")));

    /** Every kind of operation. */
    static final TestSet EVERYTHING = TestSet.named("com.acme.shop")
            .with(
                    FIRST,
                    new CreateTable(Table.of(
                            AUTHOR,
                            List.of(
                                    column("id", bigint()).asIdentity(),
                                    column("name", varchar(40)).notNull().withComment("as on the cover"),
                                    CODE,
                                    primaryKey("pk_author", "id"),
                                    UNIQUE_CODE,
                                    BY_NAME,
                                    comment("who writes")))),
                    new CreateTable(Table.of(
                            BOOK,
                            List.of(
                                    column("id", bigint()).notNull(),
                                    column("author_id", bigint()).notNull(),
                                    TITLE,
                                    primaryKey("pk_book", "id"),
                                    foreignKey("fk_book_author", "author_id", AUTHOR, "id")))))
            .with(
                    "0002_columns",
                    new AddColumn(AUTHOR, column("email", varchar(80)).notNull().withDefault("none"), null),
                    new AddColumn(BOOK, column("pages", integer()).notNull(), literal("7")),
                    new AlterColumn(BOOK, TITLE, column("title", varchar(120)).notNull()),
                    new RenameColumn(AUTHOR, "name", "full_name"))
            .with(
                    "0003_tables",
                    new CreateTable(NOTES),
                    new AlterTableComment(AUTHOR, "who writes", "who writes, and who is read"),
                    new AddConstraint(NOTE, NOTE_OF_BOOK),
                    new RenameTable(NOTE, REMARK),
                    new AddIndex(BOOK, index("ix_book_title", "title")),
                    new AddConstraint(BOOK, unique("uq_book_title", "title", "author_id")),
                    new AddConstraint(BOOK, check("ck_book_pages", "pages > 0")))
            .with(
                    "0004_names",
                    new RenameIndex(BOOK, "ix_book_title", "ix_book_name"),
                    new RenameConstraint(BOOK, "uq_book_title", "uq_book_name"),
                    new DropConstraint(AUTHOR, UNIQUE_CODE),
                    new DropIndex(AUTHOR, index("ix_author_name", "full_name")),
                    new DropConstraint(REMARK, NOTE_OF_BOOK))
            .with("0005_gone", new DropColumn(AUTHOR, CODE, null), new DropTable(Table.of(REMARK, NOTES.elements())))
            .with(
                    "0006_data",
                    new CreateTable(Table.of(
                            TableName.of("stock"),
                            List.of(
                                    column("id", bigint()).notNull(),
                                    column("amount", integer()).notNull(),
                                    primaryKey("pk_stock", "id")))),
                    new RunData("Seed", false, true),
                    new RunData("Walk", false, true),
                    new AddColumn(TableName.of("stock"), column("place", varchar(20)), null))
            .doing("Seed", Seed::new)
            .doing("Walk", Walk::new);

    static final Operation MORE = new AddColumn(AUTHOR, column("more", integer()), null);

    /** Puts values into other columns, back and forth: whatever ran twice, or not at all, is seen in the rows. */
    static final TestSet SWAPS = swaps();

    private Shop() {}

    /** Rows for a new table, and a trace in the others, by which a second run is seen. */
    private static final class Seed implements DataStep {
        @Override
        public void up(DataContext context) throws SQLException {
            for (int i = 1; i <= 5; i++) {
                context.update("INSERT INTO stock (id, amount) VALUES (?, ?)", i, 10 * i);
            }
            context.update("UPDATE author SET full_name = CONCAT(full_name, '+')");
        }

        @Override
        public void down(DataContext context) throws SQLException {
            context.update("DELETE FROM stock");
            context.update("UPDATE author SET full_name = CONCAT(full_name, '-')");
        }
    }

    /** Two backfills of three ranges each. */
    private static final class Walk implements DataStep {
        @Override
        public void up(DataContext context) throws SQLException {
            walk(context, "amount + 1", "CONCAT(title, '+')");
        }

        @Override
        public void down(DataContext context) throws SQLException {
            walk(context, "amount - 1", "CONCAT(title, '-')");
        }

        private static void walk(DataContext context, String amount, String title) throws SQLException {
            context.backfill(ref("stock"), id("stock")).batch(2).update("amount = " + amount);
            context.backfill(ref("book"), id("book")).batch(1).forEach((connection, range) -> {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate("UPDATE book SET title = " + title + " WHERE " + range);
                }
            });
        }
    }

    private static TableRef ref(String table) {
        return new TableRef("", table);
    }

    private static ColumnRef<Long> id(String table) {
        return new ColumnRef<>(ref(table), "id", Long.class);
    }

    private static TestSet swaps() {
        TestSet set = EVERYTHING
                .first(1)
                .doing("Count", () -> context -> context.update("UPDATE author SET code = code + 1"))
                .doing(
                        "Mark",
                        () -> context -> context.backfill(ref("author"), id("author"))
                                .batch(1)
                                .update("name = CONCAT(name, '+')"));
        for (int i = 2; i <= 8; i++) {
            set = set.with(
                    "%04d_swap".formatted(i),
                    new RenameColumn(BOOK, "id", "other"),
                    new RenameColumn(BOOK, "author_id", "id"),
                    new RunData(i % 2 == 0 ? "Count" : "Mark", false, false),
                    new RenameColumn(BOOK, "other", "author_id"),
                    new AddColumn(AUTHOR, column("c" + i, varchar(20)).notNull().withDefault("none"), null),
                    new AddIndex(BOOK, index("ix_book_" + i, "title")));
        }
        return set;
    }
}
