package dev.turnstone.dialect;

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
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.OperationVisitor;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Spells each operation for MariaDB or MySQL. */
final class MySqlRenderer implements OperationVisitor<Void> {

    private final Change change;
    private final MySqlSql sql;
    private final MySqlFlavor flavor;
    private final MySqlQuestions questions;
    private final MySqlState state;
    private final MySqlKeys keys;
    private final MySqlColumns columns;
    private final Assembly assembly = new Assembly(false);
    private final Set<TableName> created = new TreeSet<>();

    /** Operations that were carried out together with an earlier one. */
    private final Set<Integer> ahead = new HashSet<>();

    /** By the operation that adds the new primary key: the one that drops the old. */
    private final Map<Integer, Integer> waiting = new HashMap<>();

    private MySqlAlter open;
    private int index;

    /** The last operation that is carried out with the present one, if it is a later one. */
    private int reach;

    private MySqlRenderer(Change change, MySqlSql sql) {
        this.change = change;
        this.sql = sql;
        this.flavor = sql.flavor;
        this.questions = new MySqlQuestions(sql);
        this.state = new MySqlState(change);
        this.keys = new MySqlKeys(this, sql, questions, state);
        this.columns = new MySqlColumns(this, keys, sql, questions);
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
        return renderer.assembly.rendered(() -> {
            List<Precondition> preconditions = new ArrayList<>(renderer.columns.preconditions);
            preconditions.addAll(RowChecks.of(change, sql));
            return preconditions;
        });
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

    /** A change of rows, recorded in the transaction that makes it. */
    void together(Step step) {
        close();
        assembly.together(step);
    }

    /** A part of an ALTER TABLE. */
    void alter(TableName table, String how, List<String> about, String done, List<String> clauses) {
        String algorithm = inUse(table) ? how : MySqlFlavor.COPY;
        if (open == null || !open.fits(table, algorithm, about)) {
            close();
            open = new MySqlAlter(table, algorithm);
        }
        open.add(waiting.getOrDefault(index, index), Math.max(index, reach), clauses, about, done);
        reach = 0;
    }

    /** An ALTER TABLE that shares its statement with no other operation. */
    void alone(TableName table, String how, String done, List<String> clauses) {
        close();
        alter(table, how, List.of(), done, clauses);
        close();
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

    Table before(TableName table) {
        return state.before(index, table);
    }

    /** The place of the present operation. */
    int index() {
        return index;
    }

    Operation operation() {
        return change.operations().get(index);
    }

    /** Takes an operation from its place, to be carried out with the present one. */
    Operation ahead(int later) {
        ahead.add(later);
        reach = later;
        return change.operations().get(later);
    }

    /** Leaves the present operation to a later one. */
    void wait(int later) {
        waiting.put(later, index);
    }

    /** Whether an earlier operation was left to the present one. */
    boolean waits() {
        return waiting.containsKey(index);
    }

    @Override
    public Void createTable(CreateTable operation) {
        Table table = operation.table();
        created.add(table.name());
        table.columns().forEach(column -> refuse(MySqlSql.refusal(column)));
        table.foreignKeys().forEach(keys::refuseSetDefault);
        MySqlState.identity(table)
                .filter(column -> !MySqlState.hasKeyFor(table, column.name()))
                .ifPresent(column -> refuse(MySqlKeys.withoutKey(table.name(), column)));
        keys.refuseCheckedNumbers(table);
        step(Step.of(sql.createTable(table), questions.table(table.name())));
        return null;
    }

    @Override
    public Void dropTable(DropTable operation) {
        TableName table = operation.table().name();
        step(Step.of("DROP TABLE " + sql.names.quote(table), questions.not(questions.table(table))));
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
            step(Step.of(rename, questions.and(questions.table(to), questions.not(questions.table(from)))));
        } else if (!from.equals(to)) {
            // Most servers keep no letter case, and take this as a rename to a table that exists.
            step(Step.of(
                    Step.Kind.GENERATED,
                    questions.table(from).replaceFirst("1", sql.text(rename))
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
                questions.not(questions.column(operation.table(), column)),
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
                        : questions.and(questions.column(table, to), questions.not(questions.column(table, from))),
                clauses);
        return null;
    }

    @Override
    public Void alterColumn(AlterColumn operation) {
        columns.alter(operation);
        return null;
    }

    @Override
    public Void addConstraint(AddConstraint operation) {
        keys.add(operation);
        return null;
    }

    @Override
    public Void dropConstraint(DropConstraint operation) {
        keys.drop(operation);
        return null;
    }

    @Override
    public Void renameConstraint(RenameConstraint operation) {
        keys.rename(operation);
        return null;
    }

    @Override
    public Void addIndex(AddIndex operation) {
        keys.add(operation);
        return null;
    }

    @Override
    public Void dropIndex(DropIndex operation) {
        keys.drop(operation);
        return null;
    }

    @Override
    public Void renameIndex(RenameIndex operation) {
        keys.rename(operation.table(), operation.from(), operation.to());
        return null;
    }

    @Override
    public Void runSql(RunSql operation) {
        for (String text : Written.statements(operation, flavor.maria() ? "mariadb" : "mysql", this::refuse)) {
            if (Written.changesRows(text)) {
                together(Step.of(text));
            } else {
                step(Step.of(text, questions.written(text)));
            }
        }
        return null;
    }

    @Override
    public Void runData(RunData operation) {
        assembly.data(operation);
        return null;
    }

    private String renamed(ChangeSequence change) {
        return change.from() == null || change.to() == null
                ? ""
                : questions.and(
                        questions.table(change.to().name()),
                        questions.not(questions.table(change.from().name())));
    }

    @Override
    public Void changeSequence(ChangeSequence operation) {
        List<Step> steps = flavor.maria()
                ? Sequences.of(
                        operation, sql.names, " NOCACHE", "SELECT NEXTVAL(%1$s)", "RENAME TABLE IF EXISTS %s TO %s")
                : Sequences.inTable(operation, sql.names, renamed(operation));
        steps.forEach(this::step);
        return null;
    }
}
