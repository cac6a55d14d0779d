package dev.turnstone.dialect;

import static dev.turnstone.dialect.SqliteSql.SQL;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunSql;
import dev.turnstone.operation.SchemaReplay;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts a migration for SQLite where a person wrote what happens: all before it has happened by then, and nothing behind
 * it, whereas in each part tables are built anew at the end.
 */
final class SqliteParts {

    /** What SQLite refuses inside a transaction, or does not do there. */
    private static final Pattern LONELY = Pattern.compile(Written.START + "(VACUUM|ATTACH|DETACH|PRAGMA)\\b");

    private final Assembly assembly = new Assembly(true);
    private final Change change;
    private final boolean dropsColumns;

    private SqliteParts(Change change, boolean dropsColumns) {
        this.change = change;
        this.dropsColumns = dropsColumns;
    }

    /** Spells a migration. */
    static Rendered render(Change change, boolean dropsColumns) {
        SqliteParts parts = new SqliteParts(change, dropsColumns);
        List<Operation> operations = change.operations();
        int from = 0;
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof RunSql sql) {
                parts.part(from, i);
                from = i + 1;
                parts.assembly.operation(i);
                parts.run(sql);
            }
        }
        parts.part(from, operations.size());
        return parts.assembly.rendered(() -> RowChecks.of(change, SQL));
    }

    private void part(int from, int to) {
        List<Operation> operations = change.operations();
        Change part = from == 0 && to == operations.size()
                ? change
                : new Change(
                        operations.subList(from, to),
                        () -> SchemaReplay.replay(change.before().get(), operations.subList(0, from)),
                        change.inUse());
        Rendered rendered = SqliteRenderer.render(part, dropsColumns);
        if (rendered instanceof Rendered.Units units) {
            for (Unit unit : units.units()) {
                assembly.together(unit.steps(), from, to - 1);
            }
        } else {
            for (Rendered.Refusal each : ((Rendered.Refused) rendered).refusals()) {
                assembly.operation(from + each.operation());
                assembly.refuse(each.reason());
            }
        }
    }

    /** What cannot be in a transaction parts what is before from what is behind on the way back, too. */
    private void run(RunSql operation) {
        boolean parting = lonely(operation) || lonely((RunSql) operation.inverse());
        if (parting) {
            assembly.cut();
        }
        for (String sql : Written.statements(operation, "sqlite", assembly::refuse)) {
            if (LONELY.matcher(sql).lookingAt()) {
                assembly.alone(Step.of(sql));
            } else {
                assembly.together(Step.of(sql));
            }
        }
        if (parting) {
            assembly.cut();
        }
    }

    private static boolean lonely(RunSql operation) {
        return operation.text("sqlite").stream()
                .anyMatch(text ->
                        text.up().stream().anyMatch(sql -> LONELY.matcher(sql).lookingAt()));
    }
}
