package dev.turnstone.engine;

import dev.turnstone.dialect.Failure;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees by one statement that nothing is to do, as at nearly every start of an application. The statement reads the newest
 * row of each set and those that are not done, so it costs the same after ten migrations and after a thousand. Plain loops:
 * each lambda and each further class would take time in a JVM that has just begun.
 */
final class Start {

    private Start() {}

    static boolean nothingToDo(List<MigrationSet> sets, Database database, TableName history) {
        List<List<MigrationSet.Entry>> entries = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT set_name, position, state, fingerprint FROM ");
        sql.append(database.quote(history));
        Object[] parameters = new Object[2 * sets.size()];
        for (int i = 0; i < sets.size(); i++) {
            sql.append(i == 0 ? " WHERE" : " OR").append(" set_name = ? AND (position >= ? OR state <> 'APPLIED')");
            entries.add(sets.get(i).entries());
            parameters[2 * i] = sets.get(i).name();
            parameters[2 * i + 1] = entries.get(i).size() - 1;
        }
        try {
            return database.read(sql.toString(), parameters, rows -> matches(sets, entries, rows));
        } catch (SQLException e) {
            Failure meaning = database.meaning(e);
            if (meaning == Failure.NO_SUCH_TABLE || meaning == Failure.BUSY) {
                return false;
            }
            throw new DatabaseAccessException("was reading the history", e);
        }
    }

    /** Each set has its newest migration there, done, and nothing else. */
    private static boolean matches(List<MigrationSet> sets, List<List<MigrationSet.Entry>> all, ResultSet rows)
            throws SQLException {
        int found = 0;
        while (rows.next()) {
            List<MigrationSet.Entry> entries = all.get(indexOf(rows.getString(1), sets));
            int newest = entries.size() - 1;
            if (rows.getInt(2) != newest
                    || !rows.getString(3).equals("APPLIED")
                    || !rows.getString(4).equals(entries.get(newest).fingerprint())) {
                return false;
            }
            found++;
        }
        int wanted = 0;
        for (List<MigrationSet.Entry> entries : all) {
            wanted += entries.isEmpty() ? 0 : 1;
        }
        return found == wanted;
    }

    private static int indexOf(String name, List<MigrationSet> sets) {
        int i = 0;
        while (!sets.get(i).name().equals(name)) {
            i++;
        }
        return i;
    }
}
