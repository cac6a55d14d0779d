package dev.turnstone.engine;

import dev.turnstone.dialect.Failure;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.MigrationSet;
import dev.turnstone.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees by one statement that nothing is to do, as at nearly every start of an application. The statement reads the newest
 * rows of each set and those that are not done, so it costs the same after ten migrations and after a thousand. Plain loops:
 * each lambda and each further class would take time in a JVM that has just begun.
 */
final class Start {

    private Start() {}

    static boolean nothingToDo(List<MigrationSet> sets, Database database, TableName history) {
        List<List<MigrationSet.Entry>> entries = new ArrayList<>();
        int first = Integer.MAX_VALUE;
        for (MigrationSet set : sets) {
            List<MigrationSet.Entry> known = set.entries();
            entries.add(known);
            first = Math.min(first, known.size() - 1);
        }
        String newest = "SELECT set_name, position, state, fingerprint FROM " + database.quote(history)
                + " WHERE position >= " + first + " OR state <> 'APPLIED'";
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(newest)) {
            return matches(sets, entries, rows);
        } catch (SQLException e) {
            Failure meaning = database.meaning(e);
            if (meaning == Failure.NO_SUCH_TABLE || meaning == Failure.BUSY) {
                // Who goes on from here waits for others.
                return false;
            }
            throw new DatabaseAccessException("was reading the history", e);
        }
    }

    /** Each set has its newest migration there, done, and nothing newer or half done. */
    private static boolean matches(List<MigrationSet> sets, List<List<MigrationSet.Entry>> all, ResultSet rows)
            throws SQLException {
        int found = 0;
        while (rows.next()) {
            int set = indexOf(rows.getString(1), sets);
            if (set >= 0) {
                List<MigrationSet.Entry> entries = all.get(set);
                int newest = entries.size() - 1;
                int position = rows.getInt(2);
                if (position > newest || !rows.getString(3).equals("APPLIED")) {
                    return false;
                }
                if (position == newest) {
                    if (!rows.getString(4).equals(entries.get(newest).fingerprint())) {
                        return false;
                    }
                    found++;
                }
            }
        }
        int wanted = 0;
        for (List<MigrationSet.Entry> entries : all) {
            wanted += entries.isEmpty() ? 0 : 1;
        }
        return found == wanted;
    }

    /** The place of a set; below zero for one that only the database knows. */
    private static int indexOf(String name, List<MigrationSet> sets) {
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
