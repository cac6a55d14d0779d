package dev.turnstone.dialect;

import java.time.Duration;
import java.util.List;

/** What MariaDB and MySQL have in common. Each of their DDL statements commits at once, so each is a step of its own. */
abstract class MySqlFamily implements Dialect {

    private final String name;
    private final MySqlFlavor flavor;
    private MySqlSql sql;

    MySqlFamily(String name, MySqlFlavor flavor) {
        this.name = name;
        this.flavor = flavor;
    }

    /** Made when it is needed: a start asks each dialect only whether it serves the database. */
    private synchronized MySqlSql sql() {
        if (sql == null) {
            sql = new MySqlSql(flavor);
        }
        return sql;
    }

    @Override
    public String name() {
        return name;
    }

    static boolean isMaria(Server server) {
        return server.product().equals("MariaDB") || server.version().contains("MariaDB");
    }

    @Override
    public int maxIdentifierLength() {
        return 64;
    }

    @Override
    public String quote(String identifier) {
        return sql().names.quote(identifier);
    }

    @Override
    public String constant(String text) {
        return sql().text(text);
    }

    @Override
    public Rendered render(Change change) {
        return DataSteps.render(change, part -> MySqlRenderer.render(part, sql()));
    }

    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public Failure failure(String sqlState, int code, String message) {
        return switch (code) {
            // ER_BAD_DB_ERROR, ER_NO_SUCH_TABLE.
            case 1049, 1146 -> Failure.NO_SUCH_TABLE;
            // ER_CHECKREAD, ER_LOCK_WAIT_TIMEOUT, ER_LOCK_DEADLOCK.
            case 1020, 1205, 1213 -> Failure.BUSY;
            // ER_UNKNOWN_COM_ERROR (a node that is not ready), ER_ERROR_DURING_COMMIT, ER_CONNECTION_KILLED.
            case 1047, 1180, 1927 -> Failure.UNCERTAIN;
            default ->
                sqlState == null
                        ? Failure.FINAL
                        : sqlState.equals("40001")
                                ? Failure.BUSY
                                : sqlState.startsWith("08") ? Failure.UNCERTAIN : Failure.FINAL;
        };
    }

    @Override
    public Sessions sessions() {
        return MySqlSessions.SESSIONS;
    }

    @Override
    public Catalogue catalogue() {
        return new MySqlCatalogue(flavor.nativeUuid());
    }

    /** A query for the session's value of a variable, without a row if the server has no such variable. */
    abstract String variable(String variable);

    @Override
    public List<Setting> settings(Duration lockWait) {
        long seconds = Math.max(1, lockWait.plusMillis(999).toSeconds());
        return List.of(
                new Setting(
                        "SELECT CONCAT('lock_wait_timeout = ', @@SESSION.lock_wait_timeout,"
                                + " ', innodb_lock_wait_timeout = ', @@SESSION.innodb_lock_wait_timeout,"
                                + " ', sql_mode = ''', @@SESSION.sql_mode, '''')",
                        "SET SESSION lock_wait_timeout = " + seconds + ", innodb_lock_wait_timeout = " + seconds
                                + ", sql_mode = CONCAT_WS(',', REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', ''),"
                                + " 'NO_AUTO_VALUE_ON_ZERO')",
                        "SET SESSION {}"),
                // On a cluster, reads wait for what other nodes wrote.
                new Setting(
                        variable("wsrep_sync_wait") + " AND 'ON' = (" + variable("wsrep_on") + ")",
                        "SET SESSION wsrep_sync_wait = 1",
                        "SET SESSION wsrep_sync_wait = {}"));
    }
}
