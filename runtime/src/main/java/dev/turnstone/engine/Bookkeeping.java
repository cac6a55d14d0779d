package dev.turnstone.engine;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Failure;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.dialect.Step;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.sql.SQLException;
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

    static void create(Database database, Table table) {
        Rendered rendered =
                database.dialect().render(new Change(List.of(new CreateTable(table)), () -> Schema.EMPTY, false));
        if (rendered instanceof Rendered.Refused refused) {
            throw new MigrationException("The table " + table.name() + " cannot be created: "
                    + refused.refusals().get(0).reason());
        }
        List<Step> steps = ((Rendered.Units) rendered)
                .units().stream().flatMap(unit -> unit.steps().stream()).toList();
        Database.access("was creating the table " + table.name(), () -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    if (exists(database, table.name())) {
                        return null;
                    }
                    database.together(() -> {
                        for (Step step : steps) {
                            database.execute(step.sql());
                        }
                        return null;
                    });
                } catch (SQLException e) {
                    // Somebody else may be creating it at this moment.
                    boolean last =
                            database.meaning(e) == Failure.FINAL ? attempt >= FINAL_ATTEMPTS : attempt >= ATTEMPTS;
                    if (last) {
                        throw e;
                    }
                    Waiting.sleep(attempt * 50L);
                }
            }
        });
    }
}
