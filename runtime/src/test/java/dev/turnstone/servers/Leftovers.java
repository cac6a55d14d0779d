package dev.turnstone.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a database's own views show of sessions other than the asking one. */
final class Leftovers {

    /** A server notices the end of a connection, or of a killed client, a moment later. */
    private static final long SETTLING = TimeUnit.SECONDS.toNanos(3);

    private Leftovers() {}

    static List<String> in(FreshDatabase database) throws SQLException {
        long end = System.nanoTime() + SETTLING;
        while (true) {
            List<String> found = now(database);
            if (found.isEmpty() || System.nanoTime() > end) {
                return found;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
        }
    }

    /** What is there at this moment. */
    static List<String> now(FreshDatabase database) throws SQLException {
        try (Connection connection = database.administration().getConnection();
                Statement statement = connection.createStatement()) {
            if (database.dialect().equals("sqlite")) {
                return lockedFile(statement);
            }
            List<String> found = new ArrayList<>();
            for (String query : queries(database)) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        }
    }

    /** SQLite shows no sessions, but somebody's lock refuses another writer's. */
    private static List<String> lockedFile(Statement statement) {
        try {
            statement.execute("PRAGMA busy_timeout = 0");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("ROLLBACK");
            return List.of();
        } catch (SQLException e) {
            return List.of("lock of the file: " + e.getMessage());
        }
    }

    private static List<String> queries(FreshDatabase database) {
        String user = "'" + database.user() + "'";
        return switch (database.dialect()) {
            case "postgresql" ->
                List.of(
                        "SELECT 'session ' || pid || ' (' || coalesce(state, '') || '): ' || coalesce(query, '')"
                                + " FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()",
                        "SELECT 'lock ' || locktype || ' ' || mode || coalesce(' on ' || relation::regclass, '')"
                                + " || ' of session ' || coalesce(pid::text, 'none') FROM pg_locks"
                                + " WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                                + " AND pid IS DISTINCT FROM pg_backend_pid()",
                        "SELECT 'prepared transaction ' || gid FROM pg_prepared_xacts"
                                + " WHERE database = current_database()");
            case "mariadb" ->
                List.of(
                        "SELECT concat('session ', id, ' (', command, '): ', coalesce(info, ''))"
                                + " FROM information_schema.processlist WHERE user = " + user,
                        "SELECT concat('transaction ', trx_id, ' (', trx_state, ') of session ', trx_mysql_thread_id)"
                                + " FROM information_schema.innodb_trx JOIN information_schema.processlist"
                                + " ON id = trx_mysql_thread_id WHERE user = " + user,
                        "SELECT concat('lock ', lock_type, ' ', lock_mode, ' on ', table_schema, ' ', table_name,"
                                + " ' of session ', thread_id)"
                                + " FROM information_schema.metadata_lock_info JOIN information_schema.processlist"
                                + " ON id = thread_id WHERE user = " + user);
            case "h2" ->
                List.of(
                        "SELECT 'session ' || session_id || ' (' || session_state || '): '"
                                + " || coalesce(executing_statement, '')"
                                + " FROM information_schema.sessions WHERE session_id <> session_id()",
                        "SELECT 'lock ' || lock_type || ' on ' || table_name || ' of session ' || session_id"
                                + " FROM information_schema.locks WHERE session_id <> session_id()");
            default -> throw new IllegalArgumentException(database.dialect());
        };
    }
}
