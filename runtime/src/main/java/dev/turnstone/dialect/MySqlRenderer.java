package dev.turnstone.dialect;

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
import dev.turnstone.operation.OperationVisitor;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Spells each operation for MariaDB or MySQL. */
final class MySqlRenderer implements OperationVisitor<Void> {

    private final Change change;
    private final MySqlSql sql;
    private final MySqlFlavor flavor;
    private final MySqlCatalog catalog;
    private final MySqlState state;
    private final MySqlColumns columns;
    private final Assembly assembly = new Assembly(false);
    private final Set<TableName> created = new TreeSet<>();

    /** Operations that were carried out together with an earlier one. */
    private final Set<Integer> ahead = new HashSet<>();

    /** By the operation that adds the new primary key: the one that drops the old. */
    private final Map<Integer, Integer> waiting = new HashMap<>();

    private MySqlAlter open;
    private int index;

    private MySqlRenderer(Change change, MySqlSql sql) {
        this.change = change;
        this.sql = sql;
        this.flavor = sql.flavor;
        this.catalog = new MySqlCatalog(sql);
        this.state = new MySqlState(change);
        this.columns = new MySqlColumns(this, sql, catalog);
    }

    /** Spells a migration. */
    static Rendered render(Change change, MySqlSql sql) {
        MySqlRenderer renderer = new MySqlRenderer(change, sql);
        for (int i = 0; i < change.operations().size(); i++) {
            renderer.index = i;
            renderer.assembly.operation(i);
            if (!renderer.ahead.contains(i)) {
                change.operations().get(i).accept(renderer);
            }
        }
        renderer.close();
        List<Precondition> preconditions = new ArrayList<>(renderer.columns.preconditions);
        preconditions.addAll(RowChecks.of(change, sql));
        return renderer.assembly.rendered(preconditions);
    }

    /** Whether others may be using a table. */
    boolean inUse(TableName table) {
        return change.inUse() && !created.contains(table);
    }

    void refuse(String reason) {
        if (!reason.isEmpty()) {
            assembly.refuse(reason);
        }
    }

    /** A statement of its own. */
    void step(Step step) {
        close();
        assembly.alone(step);
    }

    /** A part of an ALTER TABLE. */
    void alter(TableName table, String how, List<String> about, String done, List<String> clauses) {
        String algorithm = inUse(table) ? how : MySqlFlavor.COPY;
        if (open == null || !open.fits(table, algorithm, about)) {
            close();
            open = new MySqlAlter(table, algorithm);
        }
        open.add(waiting.getOrDefault(index, index), index, clauses, about, done);
    }

    private void close() {
        if (open != null) {
            assembly.alone(open.step(sql), open.first(), open.last());
            open = null;
        }
    }

    private String name(String identifier) {
        return sql.names.quote(identifier);
    }

    private Table before(TableName table) {
        return state.before(index, table);
    }

    @Override
    public Void createTable(CreateTable operation) {
        Table table = operation.table();
        created.add(table.name());
        table.columns().forEach(column -> refuse(MySqlSql.refusal(column)));
        table.foreignKeys().forEach(this::refuseSetDefault);
        MySqlState.identity(table)
                .filter(column -> !MySqlState.hasKeyFor(table, column.name()))
                .ifPresent(column -> refuse(withoutKey(table.name(), column)));
        refuseCheckedNumbers(table);
        step(Step.of(sql.createTable(table), catalog.table(table.name())));
        return null;
    }

    @Override
    public Void dropTable(DropTable operation) {
        TableName table = operation.table().name();
        step(Step.of("DROP TABLE " + sql.names.quote(table), catalog.not(catalog.table(table))));
        return null;
    }

    @Override
    public Void renameTable(RenameTable operation) {
        TableName from = operation.from();
        TableName to = operation.to();
        if (created.remove(from)) {
            created.add(to);
        }
        String rename = "RENAME TABLE " + sql.names.quote(from) + " TO " + sql.names.quote(to);
        if (!from.same(to)) {
            step(Step.of(rename, catalog.and(catalog.table(to), catalog.not(catalog.table(from)))));
        } else if (!from.equals(to)) {
            // Most servers keep no letter case, and take this as a rename to a table that exists.
            step(Step.of(
                    Step.Kind.GENERATED,
                    catalog.table(from).replaceFirst("1", sql.text(rename))
                            + " AND BINARY TABLE_NAME = " + sql.text(from.name())
                            + " AND @@lower_case_table_names = 0"));
        }
        return null;
    }

    @Override
    public Void alterTableComment(AlterTableComment operation) {
        alter(operation.table(), flavor.description(), List.of(), "", List.of("COMMENT = " + sql.text(operation.to())));
        return null;
    }

    @Override
    public Void addColumn(AddColumn operation) {
        columns.add(operation);
        return null;
    }

    @Override
    public Void dropColumn(DropColumn operation) {
        String column = operation.column().name();
        alter(
                operation.table(),
                flavor.dropColumn(),
                List.of(column),
                catalog.not(catalog.column(operation.table(), column)),
                List.of("DROP COLUMN " + name(column)));
        return null;
    }

    @Override
    public Void renameColumn(RenameColumn operation) {
        TableName table = operation.table();
        String from = operation.from();
        String to = operation.to();
        if (from.equals(to)) {
            return null;
        }
        List<String> clauses = new ArrayList<>(List.of("RENAME COLUMN " + name(from) + " TO " + name(to)));
        if (!flavor.maria()) {
            // MySQL does not rename a column that a check names.
            for (Check check : before(table).constraintsOf(Check.class)) {
                if (check.mentions(from)) {
                    clauses.add(0, "DROP CHECK " + name(check.name()));
                    clauses.add("ADD " + sql.constraint(check.withColumnRenamed(from, to)));
                }
            }
        }
        alone(
                table,
                clauses.size() == 1 ? flavor.description() : MySqlFlavor.COPY,
                Identifiers.same(from, to)
                        ? ""
                        : catalog.and(catalog.column(table, to), catalog.not(catalog.column(table, from))),
                clauses);
        return null;
    }

    @Override
    public Void alterColumn(AlterColumn operation) {
        columns.alter(operation);
        return null;
    }

    /** The clause that makes a key for a column that is to be numbered, which is taken from a later operation. */
    List<String> keyAhead(TableName table, Column column) {
        Table after = MySqlState.after(before(table), change.operations().get(index));
        refuseCheckedNumbers(after);
        if (MySqlState.hasKeyFor(after, column.name())) {
            return List.of();
        }
        int key = state.nextKey(index, table, column.name());
        if (key < 0) {
            refuse(withoutKey(table, column));
            return List.of();
        }
        ahead.add(key);
        Operation operation = change.operations().get(key);
        return List.of(
                operation instanceof AddIndex add
                        ? addIndex(add.index().name(), add.index().columns())
                        : "ADD " + sql.constraint(((AddConstraint) operation).constraint()));
    }

    private static String withoutKey(TableName table, Column column) {
        return "MariaDB and MySQL number a column only if a key begins with it. Make the column " + column.name()
                + " of table " + table + " the first of its primary key, of a unique constraint or of an index.";
    }

    private String addIndex(String index, List<String> indexed) {
        return "ADD INDEX " + name(index) + " (" + sql.names.quote(indexed) + ")";
    }

    /** Refuses checks that look at the column that the server numbers. */
    private void refuseCheckedNumbers(Table table) {
        Column column = MySqlState.identity(table).orElse(null);
        if (column == null) {
            return;
        }
        for (Check check : table.constraintsOf(Check.class)) {
            if (RowChecks.mentions(sql.condition(check.condition()), column.name())) {
                refuse("MariaDB and MySQL allow no check of a column that they number, as " + check.name()
                        + " of table " + table.name() + " is of " + column.name()
                        + ". Leave the check away, or number the rows in the application.");
            }
        }
    }

    private void refuseSetDefault(ForeignKey key) {
        if (key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
            refuse("MariaDB and MySQL do not know the action SET DEFAULT, which the foreign key " + key.name()
                    + " wants. Choose another action, such as SET NULL.");
        }
    }

    @Override
    public Void addConstraint(AddConstraint operation) {
        TableName table = operation.table();
        Constraint constraint = operation.constraint();
        List<String> clauses = new ArrayList<>();
        String done = catalog.constraint(table, constraint.name());
        String how = flavor.index();
        Table before = before(table);
        if (constraint instanceof PrimaryKey key) {
            how = MySqlFlavor.IN_PLACE;
            done = catalog.primaryKey(table, key.columns());
            if (waiting.containsKey(index)) {
                clauses.add("DROP PRIMARY KEY");
                clauses.addAll(unnumbered(MySqlState.after(before, operation)));
            }
        } else if (constraint instanceof Unique unique) {
            how = uniqueHow(before, unique);
        } else {
            how = MySqlFlavor.COPY;
            if (constraint instanceof ForeignKey key) {
                refuseSetDefault(key);
            } else {
                refuseCheckedNumbers(MySqlState.after(before, operation));
            }
        }
        clauses.addAll(covered(before, operation));
        clauses.add("ADD " + sql.constraint(constraint));
        part(table, constraint, how, done, clauses);
        return null;
    }

    /** An ALTER TABLE that shares its statement with no other operation. */
    private void alone(TableName table, String how, String done, List<String> clauses) {
        close();
        alter(table, how, List.of(), done, clauses);
        close();
    }

    /** References and checks rely on columns, so they come when all other changes have been made. */
    private void part(TableName table, Constraint constraint, String how, String done, List<String> clauses) {
        if (constraint instanceof ForeignKey || constraint instanceof Check) {
            alone(table, how, done, clauses);
        } else {
            alter(table, how, List.of(constraint.name()), done, clauses);
        }
    }

    @Override
    public Void dropConstraint(DropConstraint operation) {
        TableName table = operation.table();
        Constraint constraint = operation.constraint();
        Table before = before(table);
        Table after = MySqlState.after(before, operation);
        String done = catalog.not(catalog.constraint(table, constraint.name()));
        List<String> clauses = new ArrayList<>();
        String how = flavor.index();
        if (constraint instanceof PrimaryKey key) {
            int next = state.nextPrimaryKey(index, table);
            if (next >= 0 && state.canWait(index, next, table, key)) {
                waiting.put(next, index);
                return null;
            }
            clauses.add("DROP PRIMARY KEY");
            done = catalog.not(catalog.constraint(table, "PRIMARY"));
            how = MySqlFlavor.COPY;
        } else if (constraint instanceof Unique unique) {
            how = uniqueHow(before, unique);
            clauses.add("DROP INDEX " + name(constraint.name()));
        } else if (constraint instanceof ForeignKey) {
            clauses.add("DROP FOREIGN KEY " + name(constraint.name()));
        } else {
            clauses.add((flavor.maria() ? "DROP CONSTRAINT " : "DROP CHECK ") + name(constraint.name()));
            how = flavor.maria() ? MySqlFlavor.INSTANT : MySqlFlavor.COPY;
        }
        List<String> numbering = unnumbered(after);
        clauses.addAll(numbering);
        clauses.addAll(covered(before, operation));
        part(table, constraint, numbering.isEmpty() ? how : MySqlFlavor.COPY, done, clauses);
        return null;
    }

    /** Rows are stored by the primary key; if there is none, by a unique constraint whose columns are all NOT NULL. */
    private String uniqueHow(Table table, Unique unique) {
        boolean clustered = table.primaryKey().isEmpty()
                && unique.columns().stream()
                        .noneMatch(column -> table.column(column).orElseThrow().nullable());
        return clustered ? MySqlFlavor.COPY : flavor.index();
    }

    /** Whether rows may be stored by a column, though it is not in the primary key. */
    boolean mayCluster(TableName table, String column) {
        Table before = before(table);
        return before.primaryKey().isEmpty()
                && before.constraintsOf(Unique.class).stream().anyMatch(unique -> unique.mentions(column));
    }

    /** A column cannot be numbered without a key: if it gives its numbering up later, it does so now. */
    private List<String> unnumbered(Table after) {
        Column column = MySqlState.identity(after).orElse(null);
        if (column == null || MySqlState.hasKeyFor(after, column.name())) {
            return List.of();
        }
        if (!state.losesIdentity(index, after.name(), column.name())) {
            refuse(withoutKey(after.name(), column));
        }
        return List.of("MODIFY COLUMN "
                + sql.column(new Column(column.name(), column.type(), false, null, false, column.comment())));
    }

    /** What keeps the indexes for foreign keys as they would be in a new database. */
    private List<String> covered(Table before, Operation operation) {
        Map<String, List<String>> from = MySqlState.implicit(before);
        Map<String, List<String>> to = MySqlState.implicit(MySqlState.after(before, operation));
        List<String> clauses = new ArrayList<>();
        MySqlState.missing(from, to).forEach(index -> clauses.add("DROP INDEX " + name(index)));
        MySqlState.missing(to, from).forEach(index -> clauses.add(addIndex(index, to.get(index))));
        return clauses;
    }

    @Override
    public Void renameConstraint(RenameConstraint operation) {
        TableName table = operation.table();
        String from = operation.from();
        String to = operation.to();
        Table before = before(table);
        Constraint constraint = before.constraint(from).orElseThrow();
        if (constraint instanceof Unique) {
            renameIndex(table, from, to);
        } else if (!(constraint instanceof PrimaryKey) && !Identifiers.same(from, to)) {
            // The name of a primary key is always PRIMARY.
            List<String> clauses = new ArrayList<>();
            clauses.add(
                    constraint instanceof ForeignKey
                            ? "DROP FOREIGN KEY " + name(from)
                            : (flavor.maria() ? "DROP CONSTRAINT " : "DROP CHECK ") + name(from));
            clauses.addAll(covered(before, operation));
            clauses.add("ADD " + sql.constraint(constraint.withName(to)));
            part(table, constraint, MySqlFlavor.COPY, catalog.constraint(table, to), clauses);
        }
        return null;
    }

    @Override
    public Void addIndex(AddIndex operation) {
        TableName table = operation.table();
        Index added = operation.index();
        List<String> clauses = new ArrayList<>(covered(before(table), operation));
        clauses.add(addIndex(added.name(), added.columns()));
        alter(table, flavor.index(), List.of(added.name()), catalog.index(table, added.name()), clauses);
        return null;
    }

    @Override
    public Void dropIndex(DropIndex operation) {
        TableName table = operation.table();
        String dropped = operation.index().name();
        Table before = before(table);
        List<String> clauses = new ArrayList<>(List.of("DROP INDEX " + name(dropped)));
        List<String> numbering = unnumbered(MySqlState.after(before, operation));
        clauses.addAll(numbering);
        clauses.addAll(covered(before, operation));
        alter(
                table,
                numbering.isEmpty() ? flavor.index() : MySqlFlavor.COPY,
                List.of(dropped),
                catalog.not(catalog.index(table, dropped)),
                clauses);
        return null;
    }

    @Override
    public Void renameIndex(RenameIndex operation) {
        renameIndex(operation.table(), operation.from(), operation.to());
        return null;
    }

    private void renameIndex(TableName table, String from, String to) {
        if (from.equals(to)) {
            return;
        }
        Function<String, String> question = index -> catalog.index(table, index);
        alter(
                table,
                flavor.description(),
                List.of(from, to),
                Identifiers.same(from, to)
                        ? question.apply(to) + " AND BINARY INDEX_NAME = " + sql.text(to)
                        : catalog.and(question.apply(to), catalog.not(question.apply(from))),
                List.of("RENAME INDEX " + name(from) + " TO " + name(to)));
    }
}
