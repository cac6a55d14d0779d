package dev.turnstone.engine;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Failure;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.dialect.Step;
import dev.turnstone.dialect.Unit;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes Turnstone's own tables, in the dialect's words, while others may be making them too. */
final class Bookkeeping {

    private static final int ATTEMPTS = 10;

    /** For an error that says nothing of others, such as one of rights. */
    private static final int FINAL_ATTEMPTS = 3;

    private Bookkeeping() {}

    static boolean exists(Database database, TableName table) throws SQLException {
        try {
            database.hasRow("SELECT 1 FROM " + database.quote(table) + " WHERE 1 = 0");
            return true;
        } catch (SQLException e) {
            if (database.meaning(e) == Failure.NO_SUCH_TABLE) {
                return false;
            }
            throw e;
        }
    }

    /** Makes those tables that are missing. */
    static void create(Database database, List<Table> tables) {
        for (int attempt = 1; ; attempt++) {
            String what = "";
            try {
                List<String> missing = new ArrayList<>();
                List<String> statements = new ArrayList<>();
                for (Table table : tables) {
                    what = "was looking for the table " + table.name();
                    if (!exists(database, table.name())) {
                        missing.add(table.name().toString());
                        statements.addAll(statements(database.dialect(), table));
                    }
                }
                if (!statements.isEmpty()) {
                    what = "was creating the table " + String.join(" and the table ", missing);
                    database.together(() -> {
                        for (String sql : statements) {
                            database.execute(sql);
                        }
                        return null;
                    });
                }
                return;
            } catch (SQLException e) {
                // Somebody else may be creating them at this moment.
                boolean last = database.meaning(e) == Failure.FINAL ? attempt >= FINAL_ATTEMPTS : attempt >= ATTEMPTS;
                if (last) {
                    throw new DatabaseAccessException(what, e);
                }
                Waiting.sleep(attempt * 50L);
            }
        }
    }

    private static List<String> statements(Dialect dialect, Table table) {
        Rendered rendered = dialect.render(new Change(List.of(new CreateTable(table)), () -> Schema.EMPTY, false));
        if (rendered instanceof Rendered.Refused refused) {
            throw new MigrationException("The table " + table.name() + " cannot be created: "
                    + refused.refusals().get(0).reason());
        }
        List<String> statements = new ArrayList<>();
        for (Unit unit : ((Rendered.Units) rendered).units()) {
            for (Step step : unit.steps()) {
                statements.add(step.sql());
            }
        }
        return statements;
    }
}
