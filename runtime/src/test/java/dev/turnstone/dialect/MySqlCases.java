package dev.turnstone.dialect;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.character;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.decimal;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.timestamp;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varbinary;
import static dev.turnstone.schema.Definitions.varchar;

import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.List;

/** What only MariaDB and MySQL do, or refuse. */
final class MySqlCases {

    private static final TableName POST = OperationCases.POST;
    private static final TableName AUTHOR = TableName.of("author");
    private static final Column ID = column("id", bigint()).notNull();

    private MySqlCases() {}

    static List<OperationCase> all() {
        ForeignKey narrow = foreignKey("fk_narrow", "a", AUTHOR, "id");
        ForeignKey wide = foreignKey("fk_wide", List.of("a", "b"), AUTHOR, List.of("id", "no"));
        Column a = column("a", bigint());
        Table author = OperationCases.table(
                AUTHOR, ID, column("no", bigint()).notNull(), primaryKey("pk", "id"), unique("uk", "id", "no"));
        Table post = OperationCases.table(POST, a, column("b", bigint()), narrow, wide);
        Table indexed = OperationCases.table(POST, a, narrow, index("ix", "a"));
        return List.of(
                RowCases.own(
                        "mysql",
                        "CREATE TRIGGER stamp BEFORE INSERT ON post FOR EACH ROW SET NEW.stars = 1",
                        "DROP TRIGGER stamp",
                        "CREATE PROCEDURE `do it`() SELECT 1",
                        "DROP PROCEDURE `do it`",
                        "CREATE FUNCTION one() RETURNS INT DETERMINISTIC RETURN 1",
                        "DROP FUNCTION one",
                        "CREATE UNIQUE INDEX ix_own ON post (stars, id)",
                        "DROP INDEX ix_own ON post",
                        "CREATE EVENT tick ON SCHEDULE EVERY 1 DAY DO DELETE FROM post",
                        "DROP EVENT tick",
                        "CREATE TABLE app.own (id INT)",
                        "DROP TABLE app.own",
                        "CREATE ALGORITHM = MERGE DEFINER = CURRENT_USER SQL SECURITY INVOKER VIEW v AS SELECT 1 AS x",
                        "DROP VIEW v"),
                OperationCase.of("drop_wider_foreign_key", Schema.of(author, post), new DropConstraint(POST, wide)),
                OperationCase.of(
                        "drop_narrower_foreign_key", Schema.of(author, post), new DropConstraint(POST, narrow)),
                OperationCase.of(
                        "drop_index_of_foreign_key", Schema.of(author, indexed), new DropIndex(POST, index("ix", "a"))),
                OperationCase.of(
                        "refused_identity_without_key",
                        Schema.EMPTY,
                        new CreateTable(OperationCases.table(POST, ID.asIdentity()))),
                OperationCase.of(
                        "refused_identity_without_key_later",
                        OperationCases.table(POST, ID),
                        new AlterColumn(POST, ID, ID.asIdentity())),
                OperationCase.of(
                        "refused_key_of_identity_dropped",
                        OperationCases.table(POST, ID.asIdentity(), primaryKey("pk", "id")),
                        new DropConstraint(POST, primaryKey("pk", "id"))),
                OperationCase.of(
                        "refused_check_of_identity",
                        OperationCases.table(POST, ID.asIdentity(), primaryKey("pk", "id")),
                        new AddConstraint(POST, check("ck", "ID > 0"))),
                OperationCase.of(
                        "refused_types",
                        Schema.EMPTY,
                        new CreateTable(OperationCases.table(
                                POST,
                                column("a", character(256)),
                                column("b", timestamp(7)),
                                column("c", decimal(66, 0))))),
                OperationCase.of(
                        "create_table_long_types",
                        Schema.EMPTY,
                        new CreateTable(OperationCases.table(
                                POST,
                                column("a", varchar(16_384)),
                                column("b", varchar(65_536)),
                                column("c", varchar(16_777_216)),
                                column("d", varbinary(65_536)),
                                column("e", varbinary(16_777_216))))));
    }
}
