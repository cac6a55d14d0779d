package dev.turnstone.dialect;

import static dev.turnstone.dialect.H2Names.quote;
import static dev.turnstone.dialect.H2Names.quoteIn;

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
import dev.turnstone.operation.OperationVisitor;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Spells each operation for H2. */
final class H2Renderer implements OperationVisitor<Rendered> {

    @Override
    public Rendered createTable(CreateTable operation) {
        Table table = operation.table();
        List<String> elements = new ArrayList<>();
        table.columnsKeyFirst().forEach(column -> elements.add(H2Sql.column(column)));
        table.constraints().stream()
                .sorted(Comparator.comparingInt(constraint -> constraint.accept(H2Sql.PLACE)))
                .forEach(constraint -> elements.add(H2Sql.constraint(constraint)));
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "CREATE TABLE " + quote(table.name()) + " (\n    " + String.join(",\n    ", elements) + "\n)",
                H2Catalog.table(table.name())));
        if (!table.comment().isEmpty()) {
            steps.add(tableComment(table.name(), table.comment()));
        }
        table.indexes().forEach(index -> steps.add(index(table.name(), index)));
        return new Rendered.Steps(steps);
    }

    @Override
    public Rendered dropTable(DropTable operation) {
        TableName name = operation.table().name();
        return step("DROP TABLE " + quote(name), H2Catalog.not(H2Catalog.table(name)));
    }

    @Override
    public Rendered renameTable(RenameTable operation) {
        TableName from = operation.from();
        TableName to = operation.to();
        if (!Identifiers.same(from.schema(), to.schema())) {
            return new Rendered.Refusal("H2 cannot move the table " + from + " to another schema, as renaming it to "
                    + to + " would. Create the new table, copy the rows, and drop the old table instead.");
        }
        return rename(
                from.name(),
                to.name(),
                "ALTER TABLE " + quote(from) + " RENAME TO " + quote(to),
                "TABLE_NAME",
                name -> H2Catalog.table(from.sibling(name)));
    }

    @Override
    public Rendered alterTableComment(AlterTableComment operation) {
        return new Rendered.Steps(List.of(tableComment(operation.table(), operation.to())));
    }

    @Override
    public Rendered addColumn(AddColumn operation) {
        return new Rendered.Steps(H2Columns.add(operation));
    }

    @Override
    public Rendered dropColumn(DropColumn operation) {
        String column = operation.column().name();
        return step(
                "ALTER TABLE " + quote(operation.table()) + " DROP COLUMN " + quote(column),
                H2Catalog.not(H2Catalog.column(operation.table(), column)));
    }

    @Override
    public Rendered renameColumn(RenameColumn operation) {
        return rename(
                operation.from(),
                operation.to(),
                "ALTER TABLE " + quote(operation.table()) + " ALTER COLUMN " + quote(operation.from()) + " RENAME TO "
                        + quote(operation.to()),
                "COLUMN_NAME",
                name -> H2Catalog.column(operation.table(), name));
    }

    @Override
    public Rendered alterColumn(AlterColumn operation) {
        return new Rendered.Steps(H2Columns.alter(operation));
    }

    @Override
    public Rendered addConstraint(AddConstraint operation) {
        return step(
                "ALTER TABLE " + quote(operation.table()) + " ADD " + H2Sql.constraint(operation.constraint()),
                H2Catalog.constraint(operation.table(), operation.constraint().name()));
    }

    @Override
    public Rendered dropConstraint(DropConstraint operation) {
        String name = operation.constraint().name();
        return step(
                "ALTER TABLE " + quote(operation.table()) + " DROP CONSTRAINT " + quote(name),
                H2Catalog.not(H2Catalog.constraint(operation.table(), name)));
    }

    @Override
    public Rendered renameConstraint(RenameConstraint operation) {
        return rename(
                operation.from(),
                operation.to(),
                "ALTER TABLE " + quote(operation.table()) + " RENAME CONSTRAINT " + quote(operation.from()) + " TO "
                        + quote(operation.to()),
                "CONSTRAINT_NAME",
                name -> H2Catalog.constraint(operation.table(), name));
    }

    @Override
    public Rendered addIndex(AddIndex operation) {
        return new Rendered.Steps(List.of(index(operation.table(), operation.index())));
    }

    @Override
    public Rendered dropIndex(DropIndex operation) {
        String name = operation.index().name();
        return step(
                "DROP INDEX " + quoteIn(operation.table(), name),
                H2Catalog.not(H2Catalog.index(operation.table(), name)));
    }

    @Override
    public Rendered renameIndex(RenameIndex operation) {
        return rename(
                operation.from(),
                operation.to(),
                "ALTER INDEX " + quoteIn(operation.table(), operation.from()) + " RENAME TO "
                        + quoteIn(operation.table(), operation.to()),
                "INDEX_NAME",
                name -> H2Catalog.index(operation.table(), name));
    }

    private static Step index(TableName table, Index index) {
        return new Step(
                "CREATE INDEX " + quoteIn(table, index.name()) + " ON " + quote(table) + " (" + quote(index.columns())
                        + ")",
                H2Catalog.index(table, index.name()));
    }

    private static Step tableComment(TableName table, String comment) {
        return new Step("COMMENT ON TABLE " + quote(table) + " IS " + H2Sql.text(comment), "");
    }

    /** H2 refuses to rename a thing to itself, and an unquoted name in another letter case is the same name to it. */
    private static Rendered rename(
            String from, String to, String sql, String attribute, Function<String, String> question) {
        if (!Identifiers.same(from, to)) {
            return step(sql, H2Catalog.and(question.apply(to), H2Catalog.not(question.apply(from))));
        }
        return from.equals(to) || H2Names.plain(to)
                ? new Rendered.Steps(List.of())
                : step(sql, question.apply(to) + " AND " + attribute + " = " + H2Sql.text(to));
    }

    private static Rendered step(String sql, String doneQuery) {
        return new Rendered.Steps(List.of(new Step(sql, doneQuery)));
    }
}
