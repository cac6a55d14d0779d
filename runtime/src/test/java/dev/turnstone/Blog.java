package dev.turnstone;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.varchar;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.List;

/** A small history that the tests share. */
final class Blog {

    static final String NAME = "com.acme.blog";
    static final TableName AUTHOR = TableName.of("author");

    /** Two statements: the table and its index. */
    static final Operation CREATE = new CreateTable(Table.of(
            AUTHOR,
            List.of(
                    column("id", bigint()).asIdentity(),
                    column("name", varchar(40)).notNull(),
                    primaryKey("pk_author", "id"),
                    index("ix_author_name", "name"))));

    static final Operation ADD_EMAIL = add("email");
    static final Operation RENAME = new RenameColumn(AUTHOR, "name", "title");

    static final TestSet SET = TestSet.named(NAME)
            .with("0001_initial", CREATE)
            .with("0002_add_email", ADD_EMAIL)
            .with("0003_rename_name", RENAME);

    private Blog() {}

    static Operation add(String column) {
        return new AddColumn(AUTHOR, column(column, varchar(80)).notNull().withDefault("none"), null);
    }
}
