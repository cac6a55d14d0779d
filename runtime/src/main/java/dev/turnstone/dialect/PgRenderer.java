package dev.turnstone.dialect;

import static dev.turnstone.dialect.PgSql.SQL;

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
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Spells each operation for PostgreSQL. What is done to a table in use neither reads all of its rows nor builds an index while
 * it keeps others away from the table.
 */
final class PgRenderer implements OperationVisitor<Void> {

    /** What the server refuses inside a transaction. */
    private static final Pattern LONELY = Pattern.compile(Written.START
            + "(VACUUM|ALTER\\s+SYSTEM|(CREATE|DROP)\\s+(DATABASE|TABLESPACE|SUBSCRIPTION)|REINDEX\\s+(DATABASE|SYSTEM)"
            + "|((CREATE(\\s+UNIQUE)?|DROP)\\s+INDEX|REINDEX\\s+\\w+|ALTER\\s+TABLE\\s[^(;]*\\sDETACH\\s[^(;]*)"
            + "\\s+CONCURRENTLY)\\b");

    private static final Pattern NEW_VALUE =
            Pattern.compile(Written.START + "ALTER\\s+TYPE\\s+\\S+\\s+ADD\\s+VALUE\\b");

    private final Assembly assembly = new Assembly(true);
    private final Set<TableName> created = new TreeSet<>();
    private final Set<String> schemas = new HashSet<>(Set.of(""));
    private final boolean inUse;

    private PgRenderer(boolean inUse) {
        this.inUse = inUse;
    }

    /** Spells a migration. */
    static Rendered render(Change change) {
        PgRenderer renderer = new PgRenderer(change.inUse());
        for (int i = 0; i < change.operations().size(); i++) {
            renderer.assembly.operation(i);
            change.operations().get(i).accept(renderer);
        }
        return renderer.assembly.rendered(() -> RowChecks.of(change, SQL));
    }

    /** Whether others may be reading and writing a table. */
    private boolean inUse(TableName table) {
        return inUse && !created.contains(table);
    }

    @Override
    public Void createTable(CreateTable operation) {
        Table table = operation.table();
        TableName name = table.name();
        created.add(name);
        schema(name);
        table.columns().forEach(column -> PgColumns.check(name, column, assembly));
        assembly.add(Step.of(
                "CREATE TABLE " + SQL.names.quote(name) + " (\n    " + String.join(",\n    ", SQL.elements(table))
                        + "\n)",
                PgQuestions.table(name)));
        if (!table.comment().isEmpty()) {
            assembly.add(tableComment(name, table.comment()));
        }
        table.columnsKeyFirst().stream()
                .filter(column -> !column.comment().isEmpty())
                .forEach(column -> assembly.add(PgColumns.comment(name, column)));
        table.indexes().forEach(index -> index(name, index));
        return null;
    }

    private void schema(TableName name) {
        if (schemas.add(name.schema())) {
            assembly.add(Step.of(Step.Kind.GENERATED, PgQuestions.createSchema(name)));
        }
    }

    /** A foreign key goes with its table, and keeps others away from the table that it references, too. */
    @Override
    public Void dropTable(DropTable operation) {
        TableName name = operation.table().name();
        boolean lonely = inUse(name) && !operation.table().foreignKeys().isEmpty();
        cutIf(lonely);
        assembly.add(Step.of("DROP TABLE " + SQL.names.quote(name), PgQuestions.not(PgQuestions.table(name))));
        cutIf(lonely);
        return null;
    }

    private void cutIf(boolean condition) {
        if (condition) {
            assembly.cut();
        }
    }

    @Override
    public Void renameTable(RenameTable operation) {
        TableName from = operation.from();
        TableName to = operation.to();
        if (created.remove(from)) {
            created.add(to);
        }
        if (!Identifiers.same(from.schema(), to.schema())) {
            TableName moved = new TableName(to.schema(), from.name());
            String move = "ALTER TABLE " + SQL.names.quote(from) + " SET SCHEMA ";
            Step.Kind kind = to.schema().isEmpty() ? Step.Kind.GENERATED : Step.Kind.STATEMENT;
            String sql = to.schema().isEmpty()
                    ? "SELECT " + SQL.text(move) + " || quote_ident(current_schema())"
                    : move + SQL.names.quote(to.schema());
            assembly.add(new Step(kind, sql, PgQuestions.table(moved), ""));
            from = moved;
        }
        TableName schema = from;
        rename(
                from.name(),
                to.name(),
                "ALTER TABLE " + SQL.names.quote(from) + " RENAME TO ",
                name -> PgQuestions.table(schema.sibling(name)));
        return null;
    }

    @Override
    public Void alterTableComment(AlterTableComment operation) {
        assembly.add(tableComment(operation.table(), operation.to()));
        return null;
    }

    @Override
    public Void addColumn(AddColumn operation) {
        new PgColumns(operation.table(), operation.column(), inUse(operation.table()), assembly).add(operation.fill());
        return null;
    }

    @Override
    public Void dropColumn(DropColumn operation) {
        String column = operation.column().name();
        assembly.add(Step.of(
                alter(operation.table()) + "DROP COLUMN " + SQL.names.quote(column),
                PgQuestions.not(PgQuestions.column(operation.table(), column))));
        return null;
    }

    @Override
    public Void renameColumn(RenameColumn operation) {
        rename(
                operation.from(),
                operation.to(),
                alter(operation.table()) + "RENAME COLUMN " + SQL.names.quote(operation.from()) + " TO ",
                name -> PgQuestions.column(operation.table(), name));
        return null;
    }

    @Override
    public Void alterColumn(AlterColumn operation) {
        new PgColumns(operation.table(), operation.to(), inUse(operation.table()), assembly).alter(operation);
        return null;
    }

    @Override
    public Void addConstraint(AddConstraint operation) {
        TableName table = operation.table();
        Constraint constraint = operation.constraint();
        String name = constraint.name();
        String done = PgQuestions.constraint(table, name);
        if (!inUse(table)) {
            assembly.add(Step.of(alter(table) + "ADD " + SQL.constraint(constraint), done));
        } else if (constraint instanceof ForeignKey || constraint instanceof Check) {
            assembly.add(Step.of(alter(table) + "ADD " + SQL.constraint(constraint) + " NOT VALID", done));
            assembly.cut();
            assembly.add(Step.of(alter(table) + "VALIDATE CONSTRAINT " + SQL.names.quote(name)));
            assembly.cut();
        } else {
            boolean primary = constraint instanceof PrimaryKey;
            List<String> columns = primary ? ((PrimaryKey) constraint).columns() : ((Unique) constraint).columns();
            build("UNIQUE INDEX", table, name, columns);
            String kind = primary ? " PRIMARY KEY" : " UNIQUE";
            assembly.add(Step.of(
                    alter(table) + "ADD CONSTRAINT " + SQL.names.quote(name) + kind + " USING INDEX "
                            + SQL.names.quote(name),
                    done));
        }
        return null;
    }

    /** Without keeping writers away. */
    private void build(String what, TableName table, String name, List<String> columns) {
        assembly.alone(Step.of(
                        "CREATE " + what + " CONCURRENTLY " + SQL.names.quote(name) + " ON " + SQL.names.quote(table)
                                + " (" + SQL.names.quote(columns) + ")",
                        PgQuestions.valid(table, name))
                .clearing(PgQuestions.dropInvalid(table, name)));
    }

    @Override
    public Void dropConstraint(DropConstraint operation) {
        TableName table = operation.table();
        Constraint constraint = operation.constraint();
        String name = constraint.name();
        String gone = PgQuestions.not(PgQuestions.constraint(table, name));
        String what = SQL.names.quote(name);
        if (!inUse(table) || constraint instanceof Check) {
            assembly.add(Step.of(alter(table) + "DROP CONSTRAINT " + what, gone));
        } else if (constraint instanceof ForeignKey) {
            // It locks the referenced table as well.
            assembly.cut();
            assembly.add(Step.of(alter(table) + "DROP CONSTRAINT " + what, gone));
            assembly.cut();
        } else {
            // What is taken back may be no more than the index that was built for it.
            assembly.add(Step.of(
                            alter(table) + "DROP CONSTRAINT IF EXISTS " + what,
                            gone + " AND NOT EXISTS (" + PgQuestions.index(table, name) + ")")
                    .clearing(PgQuestions.dropUnused(table, name)));
        }
        return null;
    }

    @Override
    public Void renameConstraint(RenameConstraint operation) {
        rename(
                operation.from(),
                operation.to(),
                alter(operation.table()) + "RENAME CONSTRAINT " + SQL.names.quote(operation.from()) + " TO ",
                name -> PgQuestions.constraint(operation.table(), name));
        return null;
    }

    @Override
    public Void addIndex(AddIndex operation) {
        index(operation.table(), operation.index());
        return null;
    }

    private void index(TableName table, Index index) {
        if (inUse(table)) {
            build("INDEX", table, index.name(), index.columns());
        } else {
            assembly.add(Step.of(
                    "CREATE INDEX " + SQL.names.quote(index.name()) + " ON " + SQL.names.quote(table) + " ("
                            + SQL.names.quote(index.columns()) + ")",
                    PgQuestions.index(table, index.name())));
        }
    }

    @Override
    public Void dropIndex(DropIndex operation) {
        String name = operation.index().name();
        String index = SQL.names.quoteIn(operation.table(), name);
        String gone = PgQuestions.not(PgQuestions.index(operation.table(), name));
        if (inUse(operation.table())) {
            assembly.alone(Step.of("DROP INDEX CONCURRENTLY " + index, gone));
        } else {
            assembly.add(Step.of("DROP INDEX " + index, gone));
        }
        return null;
    }

    @Override
    public Void renameIndex(RenameIndex operation) {
        rename(
                operation.from(),
                operation.to(),
                "ALTER INDEX " + SQL.names.quoteIn(operation.table(), operation.from()) + " RENAME TO ",
                name -> PgQuestions.index(operation.table(), name));
        return null;
    }

    /** In a transaction of its own, so that no table is locked longer, and it is known whether to take it back. */
    @Override
    public Void runSql(RunSql operation) {
        cutIf(inUse);
        for (String sql : Written.statements(operation, "postgresql", assembly::refuse)) {
            Step step = PgQuestions.written(sql);
            if (LONELY.matcher(sql).lookingAt()) {
                assembly.alone(step);
            } else {
                assembly.add(step);
                // A new value of an enum cannot be used before it is committed.
                cutIf(NEW_VALUE.matcher(sql).lookingAt());
            }
        }
        cutIf(inUse);
        return null;
    }

    @Override
    public Void runData(RunData operation) {
        assembly.data(operation);
        return null;
    }

    static String alter(TableName table) {
        return "ALTER TABLE " + SQL.names.quote(table) + " ";
    }

    private static Step tableComment(TableName table, String comment) {
        return Step.of("COMMENT ON TABLE " + SQL.names.quote(table) + " IS " + PgColumns.comment(comment));
    }

    /** An unquoted name in another letter case is the same name, which cannot be given again. */
    private void rename(String from, String to, String sql, Function<String, String> question) {
        if (!SQL.stored(from).equals(SQL.stored(to))) {
            assembly.add(Step.of(sql + SQL.names.quote(to), question.apply(to)));
        }
    }

    @Override
    public Void changeSequence(ChangeSequence operation) {
        if (operation.from() == null) {
            schema(operation.name());
        } else if (!operation.from().name().same(operation.name())) {
            // The server takes a sequence for a table here.
            renameTable(new RenameTable(operation.from().name(), operation.name()));
        }
        Sequences.of(operation, SQL.names, "", "SELECT setval('%1$s', nextval('%1$s') + %2$d)")
                .forEach(assembly::add);
        return null;
    }
}
