package dev.turnstone.dialect;

import static dev.turnstone.dialect.OperationCases.POST;
import static dev.turnstone.dialect.OperationCases.post;
import static dev.turnstone.dialect.OperationCases.table;
import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.check;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.integer;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.sql;
import static dev.turnstone.schema.Definitions.unique;
import static dev.turnstone.schema.Definitions.varchar;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Conversion;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.TableName;
import java.util.List;

/** What becomes of rows: fills, conversions, and statements that a person wrote. */
final class RowCases {

    static final Column STARS = column("stars", integer());
    static final Column TITLE = column("title", varchar(20)).withDefault("x").withComment("c");
    private static final Column ID = column("id", bigint()).notNull();

    private RowCases() {}

    static List<OperationCase> all() {
        Column level = column("stars", varchar(9));
        Operation levels = new AlterColumn(
                POST,
                STARS,
                level.notNull().withDefault("none"),
                using("CASE WHEN stars > 3 THEN 'many' END", null),
                using("CASE stars WHEN 'many' THEN 4 END", null));
        Operation filled = new AlterColumn(
                POST,
                STARS,
                level.notNull(),
                using("CASE WHEN stars > 3 THEN 'many' END", literal("it's")),
                using("CASE stars WHEN 'many' THEN 4 END", null));
        Operation numbers = new AlterColumn(
                POST,
                TITLE,
                column("title", integer()).notNull().withDefault("0").withComment("c"),
                using("CASE title WHEN '12' THEN 1 ELSE 2 END", null),
                using("CASE title WHEN 1 THEN '12' ELSE '13' END", null));
        Operation keys = new AlterColumn(
                POST,
                ID,
                column("id", varchar(36)).notNull(),
                using("CASE id WHEN 7 THEN 'p7' ELSE 'p8' END", null),
                using("CASE id WHEN 'p7' THEN 7 ELSE 8 END", null));
        OperationCase values = on(
                "alter_values_using",
                new AlterColumn(POST, STARS, STARS, using("stars + 1", null), using("stars - 1", null)));
        OperationCase notNull = on("alter_rows_fill", fill(STARS, literal("3")));
        OperationCase typed = on("alter_type_using", numbers);
        TableName entry = TableName.of("entry");
        return List.of(
                notNull,
                notNull.plain(),
                on("alter_rows_fill_sql", fill(STARS, sql("LENGTH(title)"))),
                on(
                        "alter_rows_fill_and_type",
                        new AlterColumn(
                                POST,
                                STARS,
                                STARS.withType(bigint()).notNull(),
                                new Conversion(literal("3"), ""),
                                Conversion.NONE)),
                OperationCase.of(
                                "alter_rows_fill_back",
                                table(POST, ID, STARS.notNull(), primaryKey("pk_post", "id")),
                                new AlterColumn(
                                        POST,
                                        STARS.notNull(),
                                        STARS,
                                        Conversion.NONE,
                                        new Conversion(literal("3"), "")))
                        .withRows("INSERT INTO post (id, stars) VALUES (7, 4)"),
                typed,
                typed.plain(),
                on("alter_type_using_default", levels),
                on("alter_type_using_fill", filled),
                on("alter_type_using_of_key", keys),
                OperationCase.of(
                                "alter_type_using_checked",
                                post(check("ck_stars", "stars = stars")),
                                new AlterColumn(
                                        POST,
                                        STARS,
                                        STARS.withType(bigint()),
                                        using("stars * 2", null),
                                        using("stars / 2", null)))
                        .withRows(OperationCases.ROWS),
                values,
                values.plain(),
                on(
                        "alter_values_using_and_default",
                        new AlterColumn(
                                POST,
                                TITLE,
                                TITLE.notNull().withDefault("y"),
                                using("UPPER(title)", null),
                                Conversion.NONE)),
                on(
                        "using_while_names_change",
                        new RenameTable(POST, entry),
                        new RenameColumn(entry, "title", "name"),
                        new AlterColumn(
                                entry,
                                STARS,
                                STARS.withType(bigint()).notNull(),
                                using("COALESCE(stars, LENGTH(name))", null),
                                Conversion.NONE),
                        new AddColumn(entry, column("x", varchar(20)).notNull(), sql("UPPER(name)")),
                        new RenameColumn(entry, "name", "label")),
                on(
                        "fill_while_names_change",
                        new AlterColumn(
                                POST,
                                STARS,
                                STARS.notNull(),
                                new Conversion(sql("LENGTH(title)"), ""),
                                Conversion.NONE),
                        new RenameColumn(POST, "title", "name")),
                on(
                        "run_sql",
                        everywhere(
                                "views",
                                List.of(
                                        "CREATE VIEW titles AS SELECT title FROM post",
                                        "UPDATE post SET stars = 9 WHERE stars IS NULL",
                                        "DELETE FROM post WHERE id = 8",
                                        "-- no longer\nDROP VIEW titles",
                                        "UPDATE post SET stars = 1"),
                                List.of())),
                run(
                        "run_sql_for_mysql",
                        new RunSql.Text("mysql", List.of("UPDATE post SET stars = 1"), List.of()),
                        new RunSql.Text("", List.of("UPDATE post SET stars = 2"), List.of())),
                run("refused_run_sql", new RunSql.Text("oracle", List.of("UPDATE post SET stars = 1"), List.of())),
                run(
                        "refused_run_sql_transaction",
                        new RunSql.Text(
                                "", List.of("/* x */ begin", "UPDATE post SET stars = 1", "Commit"), List.of())),
                on(
                        "run_sql_in_between",
                        new DropConstraint(POST, unique("uq_title", "title")),
                        new AddColumn(POST, column("name", varchar(20)), null),
                        everywhere(
                                "names",
                                List.of("UPDATE post SET name = UPPER(title)"),
                                List.of("UPDATE post SET title = name")),
                        new AlterColumn(
                                POST,
                                column("name", varchar(20)),
                                column("name", varchar(20)).notNull()),
                        new DropColumn(POST, TITLE, null),
                        new AddConstraint(POST, unique("uq_name", "name"))));
    }

    private static OperationCase on(String name, Operation... operations) {
        return OperationCase.of(name, post(), operations).withRows(OperationCases.ROWS);
    }

    private static OperationCase run(String name, RunSql.Text... texts) {
        return on(name, new RunSql("stars", List.of(texts)));
    }

    /** Statements for one database, on the table of most cases. */
    static OperationCase own(String dialect, String... statements) {
        return run("run_sql_own", new RunSql.Text(dialect, List.of(statements), List.of()));
    }

    static RunSql everywhere(String name, List<String> up, List<String> down) {
        return new RunSql(name, List.of(new RunSql.Text("", up, down)));
    }

    static Conversion using(String expression, DefaultValue fill) {
        return new Conversion(fill, expression);
    }

    private static AlterColumn fill(Column column, DefaultValue fill) {
        return new AlterColumn(POST, column, column.notNull(), new Conversion(fill, ""), Conversion.NONE);
    }
}
