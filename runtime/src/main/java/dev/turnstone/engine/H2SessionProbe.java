package dev.turnstone.engine;

import java.sql.SQLException;

/**
 * Looks into H2's list of sessions. Numbers are given again, so a session is known by its number and its start. Users who
 * are no administrators see only their own session there, and cannot tell.
 */
final class H2SessionProbe implements SessionProbe {

    private static final String IDENTITY = "SESSION_ID || '@' || EXTRACT(EPOCH FROM SESSION_START)";

    private final Database database;

    H2SessionProbe(Database database) {
        this.database = database;
    }

    @Override
    public String identity() throws SQLException {
        return database.query(
                        row -> row.getString(1),
                        "SELECT " + IDENTITY + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()")
                .get(0);
    }

    @Override
    public Life life(String identity) throws SQLException {
        if (!database.hasRow("SELECT 1 FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER AND IS_ADMIN")) {
            return Life.UNKNOWN;
        }
        boolean there = !database.query(
                        row -> 1, "SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS WHERE " + IDENTITY + " = ?", identity)
                .isEmpty();
        return there ? Life.ALIVE : Life.GONE;
    }
}
