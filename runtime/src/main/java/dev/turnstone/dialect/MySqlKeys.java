package dev.turnstone.dialect;

import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameConstraint;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Constraints and indexes of MariaDB or MySQL. */
final class MySqlKeys {

    private final MySqlRenderer renderer;
    private final MySqlSql sql;
    private final MySqlFlavor flavor;
    private final MySqlQuestions questions;
    private final MySqlState state;

    MySqlKeys(MySqlRenderer renderer, MySqlSql sql, MySqlQuestions questions, MySqlState state) {
        this.renderer = renderer;
        this.sql = sql;
        this.flavor = sql.flavor;
        this.questions = questions;
        this.state = state;
    }

    private String name(String identifier) {
        return sql.names.quote(identifier);
    }

    /** The clause that makes a key for a column that is to be numbered, which is taken from a later operation. */
    List<String> keyAhead(TableName table, Column column) {
        Table after = MySqlState.after(renderer.before(table), renderer.operation());
        refuseCheckedNumbers(after);
        if (MySqlState.hasKeyFor(after, column.name())) {
            return List.of();
        }
        int key = state.nextKey(renderer.index(), table, column.name());
        if (key < 0) {
            renderer.refuse(withoutKey(table, column));
            return List.of();
        }
        Operation operation = renderer.ahead(key);
        return List.of(
                operation instanceof AddIndex add
                        ? addIndex(add.index().name(), add.index().columns())
                        : "ADD " + sql.constraint(((AddConstraint) operation).constraint()));
    }

    static String withoutKey(TableName table, Column column) {
        return "MariaDB and MySQL number a column only if a key begins with it. Make the column " + column.name()
                + " of table " + table + " the first of its primary key, of a unique constraint or of an index.";
    }

    private String addIndex(String index, List<String> indexed) {
        return "ADD INDEX " + name(index) + " (" + sql.names.quote(indexed) + ")";
    }

    /** Refuses checks that look at the column that the server numbers. */
    void refuseCheckedNumbers(Table table) {
        Column column = MySqlState.identity(table).orElse(null);
        if (column == null) {
            return;
        }
        for (Check check : table.constraintsOf(Check.class)) {
            if (RowChecks.mentions(sql.condition(check.condition()), column.name())) {
                renderer.refuse("MariaDB and MySQL allow no check of a column that they number, as " + check.name()
                        + " of table " + table.name() + " is of " + column.name()
                        + ". Leave the check away, or number the rows in the application.");
            }
        }
    }

    void refuseSetDefault(ForeignKey key) {
        if (key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
            renderer.refuse("MariaDB and MySQL do not know the action SET DEFAULT, which the foreign key " + key.name()
                    + " wants. Choose another action, such as SET NULL.");
        }
    }

    void add(AddConstraint operation) {
        TableName table = operation.table();
        Constraint constraint = operation.constraint();
        List<String> clauses = new ArrayList<>();
        String done = questions.constraint(table, constraint.name());
        String how = flavor.index();
        Table before = renderer.before(table);
        if (constraint instanceof PrimaryKey key) {
            how = MySqlFlavor.IN_PLACE;
            done = questions.primaryKey(table, key.columns());
            if (renderer.waits()) {
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
    }

    /** References and checks rely on columns, so they come when all other changes have been made. */
    private void part(TableName table, Constraint constraint, String how, String done, List<String> clauses) {
        if (constraint instanceof ForeignKey || constraint instanceof Check) {
            renderer.alone(table, how, done, clauses);
        } else {
            renderer.alter(table, how, List.of(constraint.name()), done, clauses);
        }
    }

    void drop(DropConstraint operation) {
        TableName table = operation.table();
        Constraint constraint = operation.constraint();
        Table before = renderer.before(table);
        Table after = MySqlState.after(before, operation);
        String done = questions.not(questions.constraint(table, constraint.name()));
        List<String> clauses = new ArrayList<>();
        String how = flavor.index();
        if (constraint instanceof PrimaryKey key) {
            int next = state.nextPrimaryKey(renderer.index(), table);
            if (next >= 0 && state.canWait(renderer.index(), next, table, key)) {
                renderer.wait(next);
                return;
            }
            clauses.add("DROP PRIMARY KEY");
            done = questions.not(questions.constraint(table, "PRIMARY"));
            how = MySqlFlavor.COPY;
        } else if (constraint instanceof Unique unique) {
            how = uniqueHow(before, unique);
            clauses.add("DROP INDEX " + name(constraint.name()));
        } else if (constraint instanceof ForeignKey) {
            clauses.add("DROP FOREIGN KEY " + name(constraint.name()));
        } else {
            clauses.add(dropCheck(constraint.name()));
            how = flavor.maria() ? MySqlFlavor.INSTANT : MySqlFlavor.COPY;
        }
        List<String> numbering = unnumbered(after);
        clauses.addAll(numbering);
        clauses.addAll(covered(before, operation));
        part(table, constraint, numbering.isEmpty() ? how : MySqlFlavor.COPY, done, clauses);
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
        Table before = renderer.before(table);
        return before.primaryKey().isEmpty()
                && before.constraintsOf(Unique.class).stream().anyMatch(unique -> unique.mentions(column));
    }

    /** A column cannot be numbered without a key: if it gives its numbering up later, it does so now. */
    private List<String> unnumbered(Table after) {
        Column column = MySqlState.identity(after).orElse(null);
        if (column == null || MySqlState.hasKeyFor(after, column.name())) {
            return List.of();
        }
        if (!state.losesIdentity(renderer.index(), after.name(), column.name())) {
            renderer.refuse(withoutKey(after.name(), column));
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

    /** What makes keys, indexes and checks anew that go with a column, for another that takes its place. */
    List<String> again(TableName table, String column) {
        Table before = renderer.before(table);
        List<String> clauses = new ArrayList<>();
        for (Index index : before.indexes()) {
            if (Identifiers.contains(index.columns(), column)) {
                clauses.add("DROP INDEX " + name(index.name()));
                clauses.add(addIndex(index.name(), index.columns()));
            }
        }
        for (Constraint each : before.constraints()) {
            boolean concerned = each instanceof Check check
                    ? RowChecks.mentions(sql.condition(check.condition()), column)
                    : each.mentions(column);
            if (!concerned) {
                continue;
            }
            if (each instanceof ForeignKey) {
                renderer.refuse("MariaDB and MySQL cannot convert the column " + column + " of table " + table
                        + " while the foreign key " + each.name() + " holds it. Drop the foreign key before.");
            }
            clauses.add(
                    each instanceof PrimaryKey
                            ? "DROP PRIMARY KEY"
                            : each instanceof Unique ? "DROP INDEX " + name(each.name()) : dropCheck(each.name()));
            clauses.add("ADD " + sql.constraint(each));
        }
        return clauses;
    }

    private String dropCheck(String check) {
        return (flavor.maria() ? "DROP CONSTRAINT " : "DROP CHECK ") + name(check);
    }

    void rename(RenameConstraint operation) {
        TableName table = operation.table();
        String from = operation.from();
        String to = operation.to();
        Table before = renderer.before(table);
        Constraint constraint = before.constraint(from).orElseThrow();
        if (constraint instanceof Unique) {
            rename(table, from, to);
        } else if (!(constraint instanceof PrimaryKey) && !Identifiers.same(from, to)) {
            // The name of a primary key is always PRIMARY.
            List<String> clauses = new ArrayList<>();
            clauses.add(constraint instanceof ForeignKey ? "DROP FOREIGN KEY " + name(from) : dropCheck(from));
            clauses.addAll(covered(before, operation));
            clauses.add("ADD " + sql.constraint(constraint.withName(to)));
            part(table, constraint, MySqlFlavor.COPY, questions.constraint(table, to), clauses);
        }
    }

    void add(AddIndex operation) {
        TableName table = operation.table();
        Index added = operation.index();
        List<String> clauses = new ArrayList<>(covered(renderer.before(table), operation));
        clauses.add(addIndex(added.name(), added.columns()));
        renderer.alter(table, flavor.index(), List.of(added.name()), questions.index(table, added.name()), clauses);
    }

    void drop(DropIndex operation) {
        TableName table = operation.table();
        String dropped = operation.index().name();
        Table before = renderer.before(table);
        List<String> clauses = new ArrayList<>(List.of("DROP INDEX " + name(dropped)));
        List<String> numbering = unnumbered(MySqlState.after(before, operation));
        clauses.addAll(numbering);
        clauses.addAll(covered(before, operation));
        renderer.alter(
                table,
                numbering.isEmpty() ? flavor.index() : MySqlFlavor.COPY,
                List.of(dropped),
                questions.not(questions.index(table, dropped)),
                clauses);
    }

    void rename(TableName table, String from, String to) {
        if (from.equals(to)) {
            return;
        }
        Function<String, String> question = index -> questions.index(table, index);
        renderer.alter(
                table,
                flavor.description(),
                List.of(from, to),
                Identifiers.same(from, to)
                        ? question.apply(to) + " AND BINARY INDEX_NAME = " + sql.text(to)
                        : questions.and(question.apply(to), questions.not(question.apply(from))),
                List.of("RENAME INDEX " + name(from) + " TO " + name(to)));
    }
}
