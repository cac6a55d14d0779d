package dev.turnstone.engine;

import dev.turnstone.dialect.Setting;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.MigrationException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What is other in a session while migrations run, and how it was. */
final class Session {

    private final Database database;
    private final List<String> restoring = new ArrayList<>();
    private String schemaBefore;

    Session(Database database) {
        this.database = database;
    }

    /** Makes settings of the session that hold until the connection goes back. */
    void set(List<Setting> settings) {
        try {
            for (Setting setting : settings) {
                for (String before : database.texts(setting.read())) {
                    database.execute(setting.set());
                    restoring.add(setting.restore().replace("{}", before));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException("was preparing its session", e);
        }
    }

    /** Makes a schema the current one until the connection goes back. */
    void enter(String schema) {
        if (schema.isEmpty()) {
            return;
        }
        Database.access("was entering the schema " + schema, () -> {
            String name = stored(schema);
            List<Setting> entering = database.dialect().entering(name);
            if (entering.isEmpty()) {
                String before = database.connection().getSchema();
                database.connection().setSchema(name);
                schemaBefore = before;
            }
            set(entering);
            return null;
        });
    }

    private String stored(String schema) throws SQLException {
        boolean any = false;
        try (ResultSet schemas = database.connection().getMetaData().getSchemas()) {
            while (schemas.next()) {
                any = true;
                if (schemas.getString("TABLE_SCHEM").equalsIgnoreCase(schema)) {
                    return schemas.getString("TABLE_SCHEM");
                }
            }
        }
        String problem = "The database has no schema \"" + schema + "\". ";
        throw new MigrationException(
                any
                        ? problem + "Create it (CREATE SCHEMA "
                                + database.dialect().quote(schema)
                                + "), or name another: Migrator.builder(dataSource).schema(...)."
                        : problem + "Its connections have no schemas to choose from: leave"
                                + " Migrator.builder(dataSource).schema(...) away, and name the database in the URL of"
                                + " the connection.");
    }

    /** The session is gone, and with it what was set. */
    void forget() {
        restoring.clear();
        schemaBefore = null;
    }

    /** Sets everything back, and says what could not be; null if nothing. */
    SQLException restore() throws SQLException {
        SQLException failure = null;
        for (int i = restoring.size() - 1; i >= 0; i--) {
            failure = attempt(failure, i);
        }
        if (schemaBefore != null) {
            database.connection().setSchema(schemaBefore);
        }
        return failure;
    }

    private SQLException attempt(SQLException before, int setting) {
        try {
            database.execute(restoring.get(setting));
            return before;
        } catch (SQLException e) {
            return e;
        }
    }
}
