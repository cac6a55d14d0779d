package dev.turnstone.dialect;

import static dev.turnstone.dialect.H2Sql.SQL;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.ChangeSequence;
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
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Spells each operation for H2. */
final class H2Renderer implements OperationVisitor<List<Step>> {

    private final Assembly assembly = new Assembly(false);
    private final Set<String> schemas = new HashSet<>(Set.of(""));

    /** Spells a migration. */
    static Rendered render(Change change) {
        H2Renderer renderer = new H2Renderer();
        for (int i = 0; i < change.operations().size(); i++) {
            renderer.assembly.operation(i);
            change.operations().get(i).accept(renderer).forEach(renderer.assembly::add);
        }
        return renderer.assembly.rendered(() -> RowChecks.of(change, SQL));
    }

    @Override
    public List<Step> createTable(CreateTable operation) {
        Table table = operation.table();
        List<Step> steps = schema(table.name());
        steps.add(Step.of(
                "CREATE TABLE " + SQL.names.quote(table.name()) + " (\n    "
                        + String.join(",\n    ", SQL.elements(table)) + "\n)",
                H2Questions.table(table.name())));
        if (!table.comment().isEmpty()) {
            steps.add(tableComment(table.name(), table.comment()));
        }
        table.indexes().forEach(index -> steps.add(index(table.name(), index)));
        return steps;
    }

    private List<Step> schema(TableName name) {
        List<Step> steps = new ArrayList<>();
        if (schemas.add(name.schema())) {
            steps.add(Step.of(Step.Kind.GENERATED, H2Questions.createSchema(name)));
        }
        return steps;
    }

    @Override
    public List<Step> dropTable(DropTable operation) {
        TableName name = operation.table().name();
        return step("DROP TABLE " + SQL.names.quote(name), H2Questions.not(H2Questions.table(name)));
    }

    @Override
    public List<Step> renameTable(RenameTable operation) {
        TableName from = operation.from();
        TableName to = operation.to();
        if (!Identifiers.same(from.schema(), to.schema())) {
            assembly.refuse("H2 cannot move the table " + from + " to another schema, as renaming it to " + to
                    + " would. Create the new table, copy the rows, and drop the old table instead.");
            return List.of();
        }
        return rename(
                from.name(),
                to.name(),
                "ALTER TABLE " + SQL.names.quote(from) + " RENAME TO " + SQL.names.quote(to),
                "TABLE_NAME",
                name -> H2Questions.table(from.sibling(name)));
    }

    @Override
    public List<Step> alterTableComment(AlterTableComment operation) {
        return List.of(tableComment(operation.table(), operation.to()));
    }

    @Override
    public List<Step> addColumn(AddColumn operation) {
        return H2Columns.add(operation);
    }

    @Override
    public List<Step> dropColumn(DropColumn operation) {
        String column = operation.column().name();
        return step(
                "ALTER TABLE " + SQL.names.quote(operation.table()) + " DROP COLUMN " + SQL.names.quote(column),
                H2Questions.not(H2Questions.column(operation.table(), column)));
    }

    @Override
    public List<Step> renameColumn(RenameColumn operation) {
        return rename(
                operation.from(),
                operation.to(),
                "ALTER TABLE " + SQL.names.quote(operation.table()) + " ALTER COLUMN "
                        + SQL.names.quote(operation.from()) + " RENAME TO " + SQL.names.quote(operation.to()),
                "COLUMN_NAME",
                name -> H2Questions.column(operation.table(), name));
    }

    @Override
    public List<Step> alterColumn(AlterColumn operation) {
        String using = SQL.using(operation);
        if (!using.isEmpty() && operation.from().type().equals(operation.to().type())) {
            // With a record of it, as the expression must not be applied to what it gave.
            assembly.together(
                    Step.of(SQL.update(operation.table(), operation.to().name(), using)));
        }
        return H2Columns.alter(operation);
    }

    @Override
    public List<Step> addConstraint(AddConstraint operation) {
        return step(
                "ALTER TABLE " + SQL.names.quote(operation.table()) + " ADD " + SQL.constraint(operation.constraint()),
                H2Questions.constraint(operation.table(), operation.constraint().name()));
    }

    @Override
    public List<Step> dropConstraint(DropConstraint operation) {
        String name = operation.constraint().name();
        return step(
                "ALTER TABLE " + SQL.names.quote(operation.table()) + " DROP CONSTRAINT " + SQL.names.quote(name),
                H2Questions.not(H2Questions.constraint(operation.table(), name)));
    }

    @Override
    public List<Step> renameConstraint(RenameConstraint operation) {
        return rename(
                operation.from(),
                operation.to(),
                "ALTER TABLE " + SQL.names.quote(operation.table()) + " RENAME CONSTRAINT "
                        + SQL.names.quote(operation.from()) + " TO " + SQL.names.quote(operation.to()),
                "CONSTRAINT_NAME",
                name -> H2Questions.constraint(operation.table(), name));
    }

    @Override
    public List<Step> addIndex(AddIndex operation) {
        return List.of(index(operation.table(), operation.index()));
    }

    @Override
    public List<Step> dropIndex(DropIndex operation) {
        String name = operation.index().name();
        return step(
                "DROP INDEX " + SQL.names.quoteIn(operation.table(), name),
                H2Questions.not(H2Questions.index(operation.table(), name)));
    }

    @Override
    public List<Step> renameIndex(RenameIndex operation) {
        return rename(
                operation.from(),
                operation.to(),
                "ALTER INDEX " + SQL.names.quoteIn(operation.table(), operation.from()) + " RENAME TO "
                        + SQL.names.quoteIn(operation.table(), operation.to()),
                "INDEX_NAME",
                name -> H2Questions.index(operation.table(), name));
    }

    private static Step index(TableName table, Index index) {
        return Step.of(
                "CREATE INDEX " + SQL.names.quoteIn(table, index.name()) + " ON " + SQL.names.quote(table) + " ("
                        + SQL.names.quote(index.columns()) + ")",
                H2Questions.index(table, index.name()));
    }

    private static Step tableComment(TableName table, String comment) {
        return Step.of("COMMENT ON TABLE " + SQL.names.quote(table) + " IS " + SQL.text(comment));
    }

    /** H2 refuses to rename a thing to itself, and an unquoted name in another letter case is the same name to it. */
    private static List<Step> rename(
            String from, String to, String sql, String attribute, Function<String, String> question) {
        if (!Identifiers.same(from, to)) {
            return step(sql, H2Questions.and(question.apply(to), H2Questions.not(question.apply(from))));
        }
        return SQL.names.quote(from).equals(SQL.names.quote(to)) || SQL.names.plain(to)
                ? List.of()
                : step(sql, question.apply(to) + " AND " + attribute + " = " + SQL.text(to));
    }

    private static List<Step> step(String sql, String doneQuery) {
        return List.of(Step.of(sql, doneQuery));
    }

    @Override
    public List<Step> runSql(RunSql operation) {
        for (String sql : Written.statements(operation, "h2", assembly::refuse)) {
            if (Written.changesRows(sql)) {
                assembly.together(Step.of(sql));
            } else {
                assembly.alone(Step.of(sql, H2Questions.written(sql)));
            }
        }
        return List.of();
    }

    @Override
    public List<Step> runData(RunData operation) {
        assembly.data(operation);
        return List.of();
    }

    @Override
    public List<Step> changeSequence(ChangeSequence operation) {
        List<Step> steps = operation.from() == null ? schema(operation.name()) : new ArrayList<>();
        steps.addAll(Sequences.of(
                operation,
                SQL.names,
                "",
                "ALTER SEQUENCE %1$s RESTART WITH NEXT VALUE FOR %1$s + %2$d",
                "CREATE SEQUENCE IF NOT EXISTS %2$s START WITH NEXT VALUE FOR %1$s INCREMENT BY %3$d",
                "DROP SEQUENCE IF EXISTS %1$s"));
        return steps;
    }
}
