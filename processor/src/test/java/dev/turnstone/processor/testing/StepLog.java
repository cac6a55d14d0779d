package dev.turnstone.processor.testing;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.schema.Table;
import dev.turnstone.servers.FreshDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A table of a test's own, in which each data migration and each step of SQL notes that it ran. */
public final class StepLog {

    private StepLog() {}

    static void create(FreshDatabase database) {
        try {
            database.execute("CREATE TABLE step_log (place INTEGER NOT NULL PRIMARY KEY, step VARCHAR(100) NOT NULL)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String statement(String step) {
        return "INSERT INTO step_log SELECT COUNT(*), '" + step + "' FROM step_log";
    }

    /** The statement that notes a step of SQL, and fails where a table does not have its first column. */
    public static String statement(Dialect dialect, String step, Table table) {
        if (table == null) {
            return statement(step);
        }
        String column = dialect.quote(table.columns().iterator().next().name());
        String name = dialect.quote(table.name().name());
        return statement(step) + " WHERE (SELECT COUNT(" + column + ") FROM " + name + ") >= 0";
    }

    /** What ran, in order. */
    static List<String> read(FreshDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT step FROM step_log ORDER BY place")) {
            List<String> steps = new ArrayList<>();
            while (rows.next()) {
                steps.add(rows.getString(1));
            }
            return steps;
        }
    }

    /** What must have run after some operations. */
    static List<String> after(List<String> before, List<Operation> operations) {
        List<String> steps = new ArrayList<>(before);
        for (Operation operation : operations) {
            if (operation instanceof RunData data) {
                steps.add(data.step());
            } else if (operation instanceof RunSql sql) {
                steps.add(sql.name());
            }
        }
        return steps;
    }
}
